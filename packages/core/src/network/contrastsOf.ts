import type { SparseLeastSquares } from "../sparse/sparseLeastSquares.js";
import type { NetworkModel } from "./arrange/networkModel.js";
import { reducedWeights } from "./arrange/reducedWeights.js";
import type { NetworkEffect } from "./networkEffect.js";
import type { NetworkContrast } from "./result.js";

/** The comparisons as they were given, with their weights and fitted values. */
export function contrastsOf(
  effects: readonly NetworkEffect[],
  { trials, treatments, reference }: NetworkModel,
  { beta, tau2 }: SparseLeastSquares,
): readonly NetworkContrast[] {
  const weights = new Float64Array(effects.length);
  for (const trial of trials) {
    const own = reducedWeights(trial, tau2);
    for (let pair = 0; pair < own.length; pair++) weights[trial.rows[pair]!] = own[pair]!;
  }
  const theta = new Map(treatments.map((name, place) => [name, thetaOf(beta, place, reference)]));
  return effects.map(({ study, treat1, treat2, yi, vi, n1 = null, n2 = null }, row) => ({
    study,
    treat1,
    treat2,
    yi,
    vi,
    n1,
    n2,
    weight: weights[row]!,
    fitted: theta.get(treat1)! - theta.get(treat2)!,
  }));
}

/** The effect of the treatment at a place against the reference. */
export function thetaOf(beta: Float64Array, place: number, reference: number): number {
  return place === reference ? 0 : beta[place < reference ? place : place - 1]!;
}
