import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { checkOptions, checkRow } from "./checkRow.js";
import type { Measure } from "./effect.js";
import type { EffectSize, UndefinedEffect } from "./effectSize.js";
import type { EffectMeasure } from "./measure.js";
import { measures } from "./measures.js";

type Compute<M extends Measure> = Parameters<(typeof measures)[M]["compute"]>;

/** What a measure is computed from: the values of one study. */
export type MeasureRow<M extends Measure> = Compute<M>[0][number];

/** {@link MeasureRow} of many studies, a column each. */
export type MeasureColumns<M extends Measure> = {
  readonly [Name in keyof MeasureRow<M>]: readonly MeasureRow<M>[Name][];
};

/** The choices that a measure leaves. */
export type MeasureOptions<M extends Measure> = Compute<M>[1];

/**
 * Effect sizes of a whole table, a column each for what a measure needs: for what depends on all studies (the zero-cell
 * policy "if0all", the variance "AV"), and for convenience.
 *
 * @param measure An id of `measures`.
 * @param columns Columns of equal length, named by the measure's `columns`: n1, m1, sd1, n2, m2, sd2 for "SMD"; a, n1, c,
 * n2 for "logRR".
 * @param options As the measure's documentation says.
 * @returns A row for each study, in order. Where an effect is undefined or dropped `yi` and `vi` are null and the last
 * of its `rules` says why.
 *
 * Throws `UNEQUAL_COLUMNS`, `UNKNOWN_CHOICE`, and what the measure throws of impossible values.
 *
 * @example
 * import { effectSizes } from "@acumeta/core";
 * const table = { a: [0, 4], n1: [20, 20], c: [3, 5], n2: [20, 20] };
 * const rows = effectSizes("logOR", table, { to: "if0all" });
 * rows[1].yi; // => -0.26319105
 */
export function effectSizes<M extends Measure>(
  measure: M,
  columns: MeasureColumns<M>,
  options?: MeasureOptions<M>,
): readonly (EffectSize<M> | UndefinedEffect<M>)[] {
  const { columns: names, compute } = entryOf(measure);
  checkRow(columns, names);
  checkOptions(options);
  return freeze(compute(rowsOf(columns, names), options ?? {}));
}

/**
 * The effect size of one study by any of the `measures`.
 *
 * Throws `UNDEFINED_EFFECT` where the measure is undefined for these values or its options drop the study,
 * `NEEDS_WHOLE_TABLE` for the variance "AV", `UNKNOWN_CHOICE`, and what the measure throws of impossible values.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * const ratio = effectSize("ROM", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 });
 * ratio.yi; // => -0.31013319
 * ratio.vi; // => 0.0093790833
 * ratio.rules; // => ["corrected for small-sample bias", "variance from both standard deviations"]
 */
export function effectSize<M extends Measure>(
  measure: M,
  study: MeasureRow<M>,
  options?: MeasureOptions<M>,
): EffectSize<M> {
  const { columns: names, compute } = entryOf(measure);
  checkRow(study, names);
  checkOptions(options);
  if (options !== undefined && "variance" in options && options.variance === "AV")
    throw metaError(messages.needsWholeTable({ option: "variance", id: "AV" }));
  const [effect] = compute([study], options ?? {});
  if (effect!.yi === null) throw metaError(messages.undefinedEffect({ measure, why: effect!.rules.at(-1)! }));
  return effect!;
}

/** A registered measure, of whatever rows and options. */
function entryOf<M extends Measure>(measure: M): EffectMeasure<M, object, object> {
  choose("measure", measures, measure);
  return measures[measure] as unknown as EffectMeasure<M, object, object>;
}

function rowsOf(columns: object, names: readonly string[]): readonly object[] {
  const named = columns as Readonly<Record<string, readonly number[]>>;
  if (!names.some((name) => isList(named[name]))) throw metaError(messages.noColumns({ found: columns, names }));
  const lengths = Object.fromEntries(names.map((name) => [name, isList(named[name]) ? named[name]!.length : 0]));
  const k = Math.max(...Object.values(lengths));
  if (Object.values(lengths).some((length) => length !== k)) throw metaError(messages.unequalColumns({ lengths }));
  return Array.from({ length: k }, (_, i) => Object.fromEntries(names.map((name) => [name, named[name]![i]])));
}

function isList(column: unknown): boolean {
  return Array.isArray(column) || ArrayBuffer.isView(column);
}
