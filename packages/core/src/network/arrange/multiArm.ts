import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { cholesky } from "../../linear/cholesky.js";
import { pairOf } from "./groupByTrial.js";

/** Effects and variances of all pairs (a, b), a < b, of a trial's t arms. */
export interface Pairs {
  readonly study: string;
  readonly arms: readonly string[];
  readonly y: Float64Array;
  readonly v: Float64Array;
}

/**
 * The covariance of the comparisons against arm 0 that the variances v of all differences imply, ½(v₀ₐ + v₀ᵦ − vₐᵦ). Refuses
 * (`IMPOSSIBLE_VARIANCES`) variances that no covariance can have.
 *
 * Franchini et al. 2012, Research Synthesis Methods 3:142-160.
 */
export function impliedCovariance({ study, arms, v }: Pairs): Float64Array {
  const t = arms.length;
  const n = t - 1;
  const S = new Float64Array(n * n);
  for (let a = 1; a < t; a++)
    for (let b = 1; b < t; b++) {
      const between = a === b ? 0 : v[pairOf(Math.min(a, b), Math.max(a, b), t)]!;
      S[(a - 1) * n + b - 1] = 0.5 * (v[pairOf(0, a, t)]! + v[pairOf(0, b, t)]! - between);
    }
  if (cholesky(S, n) === null) throw metaError(messages.impossibleVariances({ study, arms }));
  return S;
}

/** Effects against arm 0, and how far the effects given are from those that follow from them. */
export interface Consistent {
  readonly d: Float64Array;
  /** Largest disagreement of three comparisons, in parts of the smallest standard error of the trial. */
  readonly disagreement: number;
}

/** Largest disagreement, in standard errors, that may be rounding. */
const ROUNDING = 0.1;

/**
 * The consistent effects nearest to those given, all alike: the mean of those that lead to each arm. Refuses
 * (`INCONSISTENT_TRIAL`) effects that differ from their sums by more than rounding.
 */
export function consistentEffects(pairs: Pairs): Consistent {
  const { study, arms, y, v } = pairs;
  const t = arms.length;
  const effect = (a: number, b: number) => (a < b ? y[pairOf(a, b, t)]! : -y[pairOf(b, a, t)]!);
  const means = arms.map((_, a) => arms.reduce((sum, _arm, b) => (a === b ? sum : sum + effect(a, b)), 0) / t);
  const smallest = Math.sqrt(v.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY));
  const worst = worstTriangle(t, effect);
  const disagreement = Math.abs(worst.difference) / smallest;
  if (disagreement > ROUNDING) {
    const [first, second, third] = worst.arms.map((arm) => arms[arm]!) as [string, string, string];
    throw metaError(
      messages.inconsistentTrial({ study, first, second, third, ...worst.effects, difference: worst.difference }),
    );
  }
  return { d: Float64Array.from(means.slice(1), (mean) => mean - means[0]!), disagreement };
}

interface Triangle {
  readonly arms: readonly [number, number, number];
  readonly effects: { readonly direct: number; readonly sum: number };
  readonly difference: number;
}

/** The three arms whose effects agree least: a against b, and a against c plus c against b. */
function worstTriangle(t: number, effect: (a: number, b: number) => number): Triangle {
  let worst: Triangle = { arms: [0, 0, 0], effects: { direct: 0, sum: 0 }, difference: 0 };
  for (let a = 0; a < t; a++)
    for (let b = a + 1; b < t; b++)
      for (let c = b + 1; c < t; c++) {
        const direct = effect(a, b);
        const sum = effect(a, c) + effect(c, b);
        if (Math.abs(direct - sum) > Math.abs(worst.difference))
          worst = { arms: [a, b, c], effects: { direct, sum }, difference: direct - sum };
      }
  return worst;
}
