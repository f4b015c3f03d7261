import { metaError } from "@acumeta/core";
import { argumentErrors } from "./messages.js";

/** What was given for an argument, and what may be. */
interface Argument {
  readonly argument: string;
  readonly found: unknown;
  readonly allowed: string;
  readonly mend?: string;
}

/** Refuses (`WRONG_ARGUMENT`) what a script, which has no types, gave in place of an argument. */
export function checkArgument(isRight: boolean, argument: Argument): void {
  if (!isRight) throw metaError(argumentErrors.wrong(argument));
}

/** Whether a value has properties to read: no null, no text, no number. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a value has lists under all of these names. */
export function hasLists(value: unknown, names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => Array.isArray(Reflect.get(value, name)));
}
