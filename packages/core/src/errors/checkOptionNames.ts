import { messages } from "./messages.js";
import { metaError } from "./metaError.js";

/** Refuses (`UNKNOWN_OPTION`) an option that does not exist; `meant` names what a person who knows R may have meant. */
export function checkOptionNames(
  options: object,
  known: readonly string[],
  meant: Readonly<Record<string, string>> = {},
): void {
  if (typeof options !== "object" || options === null)
    throw metaError(messages.unknownOption({ found: options, known }));
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw metaError(messages.unknownOption({ found: unknown, known, meant: meant[unknown] ?? null }));
}
