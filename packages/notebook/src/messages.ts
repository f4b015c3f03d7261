import type { Diagnosis } from "@acumeta/core";

/** Every error text of this package. */
export const messages = {
  totalOutOfRange: (total: number): Diagnosis => ({
    code: "TOTAL_OUT_OF_RANGE",
    where: { option: "total" },
    found: String(total),
    allowed: "a whole number from 1 on",
    mend: "Give the number of steps, for example the length of the list.",
  }),
  stepsOutOfRange: (steps: number): Diagnosis => ({
    code: "STEPS_OUT_OF_RANGE",
    where: { option: "steps" },
    found: String(steps),
    allowed: "a whole number from 0 on",
    mend: "A bar only moves forwards; begin a new one to start again.",
  }),
  digitsOutOfRange: (digits: number): Diagnosis => ({
    code: "DIGITS_OUT_OF_RANGE",
    where: { option: "digits" },
    found: String(digits),
    allowed: "a whole number from 0 to 100",
    mend: "Two digits are enough for most tables.",
  }),
  unknownColumn: (column: string, known: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_COLUMN",
    where: { option: "columns", column },
    found: `"${column}", which no row has`,
    allowed: known.join(", "),
    mend: "Check the spelling, or give the column a `value` function.",
  }),
} as const;
