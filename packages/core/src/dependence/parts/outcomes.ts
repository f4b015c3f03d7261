import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { columnOf, places, type Row } from "../../multilevel/random/columns.js";
import type { KnownCorrelation } from "../../multilevel/random/randomEffect.js";
import type { AssumedOutcomes } from "../options.js";
import { checkCorrelation } from "./checkCorrelation.js";
import { type Part, unused } from "./part.js";

const OPTION = "outcome.correlation";

/** Effects of different outcomes: one correlation for all, or one for each pair by name. */
export function outcomesPart(effects: readonly Row[], outcome: AssumedOutcomes | undefined): Part {
  if (outcome === undefined) return unused;
  const { names, at } = places(columnOf(effects, outcome.column));
  const tellsApart = (i: number, j: number) => at[i] !== at[j];
  const { correlation } = outcome;
  if (typeof correlation !== "object" || correlation === null) {
    const equal = checkCorrelation(OPTION, correlation);
    return { tellsApart, correlation: (i, j) => (tellsApart(i, j) ? equal : 1) };
  }
  const table = byPlace(names.map(String), correlation);
  return { tellsApart, correlation: (i, j) => table[at[i]!]![at[j]!]! };
}

/** The correlations of these outcomes, in their order. */
function byPlace(outcomes: readonly string[], { names, matrix }: KnownCorrelation): readonly (readonly number[])[] {
  if (!Array.isArray(names) || !isSquare(matrix, names.length))
    throw refused("no { names, matrix } with a row for each name");
  const missing = outcomes.filter((outcome) => !names.includes(outcome));
  if (missing.length > 0)
    throw refused(
      `no row for ${missing
        .slice(0, 5)
        .map((name) => `"${name}"`)
        .join(", ")}`,
    );
  const at = outcomes.map((outcome) => names.indexOf(outcome));
  return at.map((row) =>
    at.map((column) => {
      if (row === column) return 1;
      const value = checkCorrelation(OPTION, matrix[row]![column]);
      if (Math.abs(value - matrix[column]![row]!) < 1e-10) return value;
      throw refused(`${value} and ${matrix[column]![row]} at mirrored places (${names[row]}, ${names[column]})`);
    }),
  );
}

function isSquare(matrix: unknown, n: number): boolean {
  return Array.isArray(matrix) && matrix.length === n && matrix.every((row) => Array.isArray(row) && row.length === n);
}

function refused(found: string): Error {
  return metaError(messages.badOutcomeCorrelations({ found }));
}
