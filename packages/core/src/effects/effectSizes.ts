import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { binaryEffects } from "./binary.js";
import type { Measure } from "./effect.js";
import type { EffectSize, UndefinedEffect } from "./effectSize.js";
import type { Events, EventsColumns } from "./events.js";
import type { TwoGroups, TwoGroupsColumns } from "./groups.js";
import { logOddsRatioFormula } from "./logOddsRatio.js";
import { logRiskRatioFormula } from "./logRiskRatio.js";
import { type MdOptions, meanDifference } from "./meanDifference.js";
import { measures } from "./measures.js";
import { riskDifferenceFormula } from "./riskDifference.js";
import { type SmdOptions, smdFrom, smdSample } from "./standardizedMeanDifference.js";
import type { ZeroCellOptions } from "./zeroCells.js";

/** What a measure is computed from, and how. */
interface Tables {
  readonly SMD: { readonly columns: TwoGroupsColumns; readonly row: TwoGroups; readonly options: SmdOptions };
  readonly MD: { readonly columns: TwoGroupsColumns; readonly row: TwoGroups; readonly options: MdOptions };
  readonly logRR: { readonly columns: EventsColumns; readonly row: Events; readonly options: ZeroCellOptions };
  readonly logOR: { readonly columns: EventsColumns; readonly row: Events; readonly options: ZeroCellOptions };
  readonly RD: { readonly columns: EventsColumns; readonly row: Events; readonly options: ZeroCellOptions };
}

type Rows<M extends Measure> = readonly (EffectSize<M> | UndefinedEffect<M>)[];

const makers: {
  readonly [M in Measure]: (rows: readonly Tables[M]["row"][], options: Tables[M]["options"]) => Rows<M>;
} = {
  SMD: smdTable,
  MD: (rows, options) => rows.map((row) => meanDifference(row, options)),
  logRR: (rows, options) => binaryEffects(logRiskRatioFormula, rows, options),
  logOR: (rows, options) => binaryEffects(logOddsRatioFormula, rows, options),
  RD: (rows, options) => binaryEffects(riskDifferenceFormula, rows, options),
};

const columnNames = {
  SMD: ["n1", "m1", "sd1", "n2", "m2", "sd2"],
  MD: ["n1", "m1", "sd1", "n2", "m2", "sd2"],
  logRR: ["a", "n1", "c", "n2"],
  logOR: ["a", "n1", "c", "n2"],
  RD: ["a", "n1", "c", "n2"],
} as const;

/**
 * Effect sizes of a whole table, a column each for what a measure needs: for what depends on all studies (the zero-cell
 * policy "if0all", the variance "AV"), and for convenience.
 *
 * @param columns Columns of equal length: n1, m1, sd1, n2, m2, sd2 for "SMD" and "MD"; a, n1, c, n2 for the others.
 * @param options As of the measure's own function.
 * @returns A row for each study, in order. Where an effect is undefined or dropped `yi` and `vi` are null and the last
 * of its `rules` says why.
 *
 * Throws `UNEQUAL_COLUMNS`, `UNKNOWN_CHOICE`, and what the measure's own function throws of impossible values.
 *
 * @example
 * import { effectSizes } from "@acumeta/core";
 * const table = { a: [0, 4], n1: [20, 20], c: [3, 5], n2: [20, 20] };
 * const rows = effectSizes("logOR", table, { to: "if0all" });
 * rows[1].yi; // => -0.26319105
 */
export function effectSizes<M extends Measure>(
  measure: M,
  columns: Tables[M]["columns"],
  options: Tables[M]["options"] = {},
): readonly (EffectSize<M> | UndefinedEffect<M>)[] {
  choose("measure", measures, measure);
  return freeze(makers[measure](rowsOf(measure, columns), options));
}

function rowsOf<M extends Measure>(measure: M, columns: Tables[M]["columns"]): readonly Tables[M]["row"][] {
  const named = columns as unknown as Readonly<Record<string, readonly number[]>>;
  const lengths = Object.fromEntries(columnNames[measure].map((name) => [name, named[name]?.length ?? 0]));
  const k = Math.max(...Object.values(lengths));
  if (Object.values(lengths).some((length) => length !== k)) throw metaError(messages.unequalColumns({ lengths }));
  return Array.from({ length: k }, (_, i) => {
    const row = Object.fromEntries(columnNames[measure].map((name) => [name, named[name]![i]]));
    return row as unknown as Tables[M]["row"];
  });
}

/** SMDs; for the variance "AV" every row takes the mean of g weighted by n₁ + n₂. */
function smdTable(rows: readonly TwoGroups[], options: SmdOptions): Rows<"SMD"> {
  const samples = rows.map((row) => smdSample(row, options));
  if (options.variance !== "AV") return samples.map((sample) => smdFrom(sample, options));
  let sum = 0;
  let total = 0;
  for (const { g, n1, n2 } of samples) {
    sum += (n1 + n2) * g;
    total += n1 + n2;
  }
  return samples.map((sample) => smdFrom(sample, options, sum / total));
}
