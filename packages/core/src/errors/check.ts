import { messages } from "./messages.js";
import { metaError } from "./metaError.js";

/** Refuses (`NOT_A_VALID_NUMBER`) the first of some named values that is no number or does not hold a condition, which `allowed` states. */
export function check(
  values: Readonly<Record<string, number>>,
  holds: (value: number) => boolean,
  allowed: string,
): void {
  for (const [column, value] of Object.entries(values)) {
    if (typeof value !== "number" || !holds(value)) throw metaError(messages.notANumber({ column, value, allowed }));
  }
}

export const finite = (values: Readonly<Record<string, number>>): void =>
  check(values, Number.isFinite, "a finite number");

export const positive = (values: Readonly<Record<string, number>>): void =>
  check(values, (value) => value > 0 && Number.isFinite(value), "a number above 0");

export const probability = (values: Readonly<Record<string, number>>): void =>
  check(values, (value) => value >= 0 && value <= 1, "a probability between 0 and 1");

export const positiveCount = (values: Readonly<Record<string, number>>): void =>
  check(values, (value) => value >= 1 && Number.isFinite(value), "a number of patients, at least 1");

/** Refuses (`OUT_OF_RANGE`) a result that is no number any more, because the values it was made from are so large or small. */
export function representable(values: Readonly<Record<string, number>>): void {
  for (const [column, value] of Object.entries(values)) {
    if (!Number.isFinite(value)) throw metaError(messages.resultOutOfRange({ column, value }));
  }
}

/** Refuses (`LEVEL_OUT_OF_RANGE`) a confidence level that is not between 0 and 1. */
export function checkLevel(level: number): void {
  if (typeof level !== "number" || !(level > 0 && level < 1)) throw metaError(messages.levelOutOfRange({ level }));
}
