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
  unknownColumn: (column: string, known: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_COLUMN",
    where: { option: "columns", column },
    found: `"${column}", which no row has`,
    allowed: known.join(", "),
    mend: "Check the spelling, or give the column a `value` function.",
  }),
} as const;
