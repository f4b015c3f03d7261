import { InvalidArgumentError } from "commander";

/** Reads a count; anything but a whole number of at least 1 is wrong usage. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("Give a whole number, at least 1.");
}
