import { metaError } from "@acumeta/core";
import { messages } from "./messages.js";

/** Whether a value has properties to read: no null, no text, no list. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses (`WRONG_ARGUMENT`) what a script, which has no types, gave in place of an argument. */
export function checkArgument(isRight: boolean, argument: string, found: unknown, allowed: string): void {
  if (!isRight) throw metaError(messages.wrongArgument({ argument, found, allowed }));
}
