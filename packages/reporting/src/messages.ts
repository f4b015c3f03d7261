import type { Diagnosis } from "@acumeta/core";

/** Every error text of this package. */
export const messages = {
  wrongArgument: ({ argument, found, allowed }: { argument: string; found: unknown; allowed: string }): Diagnosis => ({
    code: "WRONG_ARGUMENT",
    where: { option: argument },
    found: shown(found),
    allowed,
    mend: "See the function's documentation for what it takes.",
  }),
  unknownFormat: (format: unknown, known: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_CHOICE",
    where: { option: "format" },
    found: shown(format),
    allowed: known.join(", "),
    mend: "Choose one of these; they are case-sensitive.",
  }),
  raggedRow: (row: number, cells: number, columns: number): Diagnosis => ({
    code: "RAGGED_TABLE",
    found: `${cells} cells in row ${row}`,
    allowed: `one for each of ${columns} columns`,
    mend: "Give every row a cell for each column; null for nothing.",
  }),
  riskOutOfRange: (outcome: string, risk: number): Diagnosis => ({
    code: "RISK_OUT_OF_RANGE",
    where: { study: outcome, option: "baseline" },
    found: String(risk),
    allowed: "a risk between 0 and 1, ends not included",
    mend: "Give the share of the comparator's patients with the event (60 of 100: 0.6), and where you have it from.",
  }),
  noRiskOf: (outcome: string, measure: string): Diagnosis => ({
    code: "NO_ABSOLUTE_EFFECT",
    where: { study: outcome, option: "baseline" },
    found: `a baseline risk for the measure "${measure}"`,
    allowed: "logRR, logOR, RD, SMD",
    mend: "Leave the baseline risk out.",
  }),
  noUnitsOf: (outcome: string, measure: string): Diagnosis => ({
    code: "NO_UNITS",
    where: { study: outcome, option: "units" },
    found: `units for the measure "${measure}"`,
    allowed: "SMD (with the standard deviation of the scale) or MD",
    mend: "Leave the units out.",
  }),
  unknownCertainty: (outcome: string, rating: unknown, known: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_CHOICE",
    where: { study: outcome, option: "certainty" },
    found: shown(rating),
    allowed: known.join(", "),
    mend: "Rate the certainty as GRADE does, or leave it out: it is then shown as not rated.",
  }),
} as const;

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
