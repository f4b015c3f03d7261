import type { Scale } from "../network/scaleOf.js";
import { intervalAround } from "../pool/intervalAround.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import { predictionInterval } from "../pool/predictionInterval.js";
import type { EstimableColumns, ToldEffect } from "./result.js";

/** How intervals are made. */
export interface EffectRules extends Scale {
  readonly prediction: PredictionRule;
  readonly commonEffect: boolean;
  readonly tau2: number;
  /** Degrees of freedom of Q. */
  readonly residualDf: number;
}

/** Σ weight × coefficient over the columns; where none has a weight there is nothing to predict. */
export function effectAlong(
  { columns, estimates, vcov }: EstimableColumns,
  weightOf: (column: string) => number,
  { factor, prediction, commonEffect, tau2, residualDf, ...rule }: EffectRules,
): ToldEffect & { readonly predictionNote: string | null } {
  const weights = columns.map(weightOf);
  const used = columns.flatMap((_, place) => (weights[place] === 0 ? [] : [place]));
  let estimate = 0;
  let variance = 0;
  for (const i of used) {
    estimate += weights[i]! * estimates[i]!;
    for (const j of used) variance += weights[i]! * weights[j]! * vcov[i]![j]!;
  }
  const se = Math.sqrt(Math.max(0, variance));
  const ci = intervalAround(estimate, { se: Math.sqrt(factor) * se, ...rule });
  const facts = { k: residualDf + 1, mean: estimate, tau2, ci, commonEffect };
  const { pi, predictionNote } = predictionInterval(prediction, facts);
  return { estimate, se, ci, pi: used.length === 0 ? null : pi, predictionNote };
}
