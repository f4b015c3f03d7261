import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";

/** Refuses what is no number from −1 to 1. */
export function checkCorrelation(option: string, found: unknown): number {
  if (typeof found === "number" && Math.abs(found) <= 1) return found;
  throw metaError(messages.correlationOutOfRange({ option, found, allowed: "a correlation from −1 to 1" }));
}
