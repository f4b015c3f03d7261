import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import type { EffectSize, UndefinedEffect } from "./effectSize.js";
import { checkEvents, type Events } from "./events.js";
import { type Cells, correctedCells, type ZeroCellOptions } from "./zeroCells.js";

export type BinaryMeasure = "logRR" | "logOR" | "RD";

/** A measure of two proportions: estimate and variance of the corrected cells, not finite where undefined. */
export interface BinaryFormula<M extends BinaryMeasure> {
  readonly measure: M;
  readonly estimate: (cells: Cells) => number;
  readonly variance: (cells: Cells) => number;
}

/** The effect of every table; undefined ones keep their place. */
export function binaryEffects<M extends BinaryMeasure>(
  formula: BinaryFormula<M>,
  tables: readonly Events[],
  options: ZeroCellOptions,
): readonly (EffectSize<M> | UndefinedEffect<M>)[] {
  for (const table of tables) checkEvents(table);
  return correctedCells(tables, options).map((cells) => effectOf(formula, cells));
}

/** The effect of one table; throws `DOUBLE_ZERO` or `ZERO_CELL` where it is undefined. */
export function binaryEffect<M extends BinaryMeasure>(
  formula: BinaryFormula<M>,
  table: Events,
  options: ZeroCellOptions,
): EffectSize<M> {
  checkEvents(table);
  const cells = correctedCells([table], options)[0]!;
  if (cells.dropped) throw metaError(messages.doubleZero());
  const effect = effectOf(formula, cells);
  if (effect.yi === null) throw metaError(messages.zeroCell({ measure: formula.measure }));
  return effect;
}

function effectOf<M extends BinaryMeasure>(
  formula: BinaryFormula<M>,
  cells: Cells,
): EffectSize<M> | UndefinedEffect<M> {
  const { measure } = formula;
  const gone = (why: string): UndefinedEffect<M> =>
    freeze({ measure, yi: null, vi: null, rules: [...cells.rules, why] });
  if (cells.dropped) return gone("dropped: no events, or only events, in both groups");
  const yi = formula.estimate(cells);
  const vi = formula.variance(cells);
  if (!(Number.isFinite(yi) && Number.isFinite(vi))) return gone("undefined: a zero cell without correction");
  return freeze({ measure, yi, vi, rules: cells.rules });
}
