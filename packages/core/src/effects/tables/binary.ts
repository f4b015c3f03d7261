import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { checkOptions } from "../checkRow.js";
import { effectOrNone } from "../eachRow.js";
import type { EffectSize } from "../effectSize.js";
import { type Events, eventsColumns } from "../events.js";
import type { ComputedEffect, EffectMeasure, MeasureInfo } from "../measure.js";
import type { ZeroCellOptions } from "../zeroCells.js";
import { type Cells, correctedCells } from "./cells.js";

/** A measure of a 2×2 table, as its file states it. */
interface BinaryFormula<Id extends string> extends MeasureInfo<Id> {
  /** Of the corrected cells; not finite where undefined. */
  readonly estimate: (cells: Cells) => number;
  readonly variance: (cells: Cells) => number;
  /** Studies that are corrected unless options say otherwise; "only0" unless given. */
  readonly to?: NonNullable<ZeroCellOptions["to"]>;
  /** When it is undefined, in words; "a zero cell without correction" unless given. */
  readonly undefinedFor?: string;
}

/** A measure of events in two groups, computed of the cells that the zero-cell policy leaves. */
export type BinaryMeasure<Id extends string> = EffectMeasure<Id, Events, ZeroCellOptions>;

/** Makes the registered measure of a formula. */
export function binaryMeasure<Id extends string>({
  estimate,
  variance,
  to = "only0",
  undefinedFor = "a zero cell without correction",
  ...info
}: BinaryFormula<Id>): BinaryMeasure<Id> {
  const effectOf = (cells: Cells): ComputedEffect<Id> => {
    const { rules } = cells;
    if (cells.dropped) return freeze({ measure: info.id, yi: null, vi: null, rules });
    return effectOrNone(info.id, { yi: estimate(cells), vi: variance(cells) }, { rules, undefinedFor });
  };
  return {
    ...info,
    columns: eventsColumns,
    compute: (tables, options) => correctedCells(tables, { to, ...options }).map(effectOf),
  };
}

/** The effect of one table; throws `DOUBLE_ZERO` or `ZERO_CELL` where it is undefined. */
export function binaryEffect<Id extends string>(
  measure: BinaryMeasure<Id>,
  table: Events,
  options: ZeroCellOptions,
): EffectSize<Id> {
  checkOptions(options);
  const [effect] = measure.compute([table], options);
  if (effect!.yi !== null) return effect!;
  const dropped = options.dropDoubleZero === true && effect!.rules.at(-1)!.startsWith("dropped");
  throw metaError(dropped ? messages.doubleZero() : messages.zeroCell({ measure: measure.id }));
}
