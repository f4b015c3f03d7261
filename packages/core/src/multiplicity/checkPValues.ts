import { probability } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** Refuses (`NOT_A_VALID_NUMBER`) what is no list of probabilities. */
export function checkPValues(p: readonly number[]): void {
  if (!Array.isArray(p))
    throw metaError(messages.notANumber({ column: "p", value: p, allowed: "a list of probabilities" }));
  for (const each of p) probability({ p: each });
}
