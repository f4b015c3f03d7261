import type { Effect, Measure } from "../effects/effect.js";
import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { findRoot } from "../numerics/findRoot.js";
import { freeze } from "../numerics/freeze.js";
import { gammaCdf } from "../numerics/gamma.js";
import { gaussLegendre } from "../numerics/gaussLegendre.js";
import { normalDensity } from "../numerics/normal.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import type { Bounds } from "../pool/result.js";
import { dersimonianLaird } from "../pool/tau2/dersimonianLaird.js";
import { varianceOfQ } from "../pool/tau2/moments.js";
import { weighted } from "../pool/weighted.js";

/** The frozen, JSON-serialisable result of {@link henmiCopas}. */
export interface HenmiCopas {
  readonly k: number;
  /** The inverse-variance (common-effect) mean. */
  readonly estimate: number;
  /** Its standard error under the random-effects model: √((1 + τ²Σw²/Σw)/Σw). */
  readonly se: number;
  readonly ci: Bounds;
  /** By DerSimonian and Laird. */
  readonly tau2: number;
  /** Half-width of the interval in standard errors. */
  readonly critical: number;
  readonly citation: string;
}

const citation = "Henmi & Copas 2010, Statistics in Medicine 29:2969-2983";

/**
 * Henmi and Copas' interval: centred at the inverse-variance mean μ, in which small studies and their bias weigh
 * little, yet wide enough for heterogeneity. Its critical value u is that of (μ − θ)/se with the estimated τ²: given μ,
 * Q is taken for gamma distributed with its true mean and variance.
 *
 * Throws `TOO_FEW_EFFECTS` for one study, `LEVEL_OUT_OF_RANGE`, and what `pool` throws.
 * Henmi & Copas 2010, Statistics in Medicine 29:2969-2983.
 *
 * @example
 * import { henmiCopas } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.05 },
 *   { study: "C", measure: "SMD", yi: 0.7, vi: 0.02 },
 * ] as const;
 * const fit = henmiCopas(effects);
 * fit.estimate; // => 0.3235
 * fit.se; // => 0.238
 */
export function henmiCopas<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { level = 0.95 }: { readonly level?: number } = {},
): HenmiCopas {
  checkLevel(level);
  const { y, v } = checkEffects<Measure>(effects);
  const k = y.length;
  if (k < 2) throw metaError(messages.tooFewEffects({ k, needed: 2, what: "the interval of Henmi and Copas" }));
  const atZero = weighted(y, v, 0);
  const tau2 = dersimonianLaird.compute(y, v, atZero).value;
  const { w1, w2, mean } = atZero;
  const se = Math.sqrt((1 + (tau2 * w2) / w1) / w1);
  const critical = criticalValue(momentsOfQ(v, tau2), level);
  const ci = { lower: mean - critical * se, upper: mean + critical * se, level, method: "Henmi-Copas" };
  return freeze({ k, estimate: mean, se, ci, tau2, critical, citation });
}

/** What the distribution of the pivot hangs on, at the true τ². */
interface MomentsOfQ {
  /** Variance of √Σw (μ − θ): 1 + τ²Σw²/Σw. */
  readonly inflation: number;
  /** Σw²/Σw, by which it grows with τ². */
  readonly growth: number;
  readonly df: number;
  /** Q − (k − 1) for each unit of DerSimonian and Laird's τ². */
  readonly scale: number;
  /** Mean and variance of Q where (μ − θ) is x of its standard errors. */
  readonly at: (x2: number) => { readonly mean: number; readonly variance: number };
}

/**
 * With Σ = diag(v + τ²), A = diag(w) − ww′/Σw, c = Σw and s = c′w: given Σwᵢ(yᵢ − θ) = x√s the effects are normal with
 * mean c x/√s and covariance Σ − cc′/s, and Q = y′Ay has the mean and variance of a quadratic form in them; both from
 * c′Ac/s and c′AΣAc/s.
 */
function momentsOfQ(v: Float64Array, tau2: number): MomentsOfQ {
  const w = v.map((variance) => 1 / variance);
  const { w1, w2, pairs } = weighted(v, v, 0);
  const growth = w2 / w1;
  const inflation = 1 + tau2 * growth;
  let [along, across] = [0, 0];
  for (const weight of w) {
    const c = 1 + tau2 * weight;
    const part = ((weight / w1) * c * (c - inflation)) / inflation;
    along += part;
    across += part * (c - inflation);
  }
  const scale = (2 * pairs) / w1;
  const df = v.length - 1;
  const free = varianceOfQ(v, w, tau2) - 4 * across + 2 * along * along;
  return {
    inflation,
    growth,
    df,
    scale,
    at: (x2) => ({
      mean: df + tau2 * scale + (x2 - 1) * along,
      variance: free + 4 * x2 * (across - along * along),
    }),
  };
}

/** The u at which P(|μ − θ| > u se) = 1 − level. */
function criticalValue(moments: MomentsOfQ, level: number): number {
  const excess = (u: number) => tail(moments, u) - (1 - level);
  let far = 2;
  while (excess(far) > 0) far *= 2;
  return findRoot(excess, [0, far], { tolerance: 1e-14 }).x;
}

/** P(|μ − θ| > u se): the integral over x of the chance that τ² comes out so small that se lets x pass. */
function tail({ inflation, growth, df, scale, at }: MomentsOfQ, u: number): number {
  const from = u / Math.sqrt(inflation);
  const { points, weights } = gaussLegendre([from, from + 0.5, from + 2, from + 5, from + 10], 24);
  let sum = 0;
  for (const [i, x] of points.entries()) {
    const highest = df + (scale * ((inflation * x * x) / (u * u) - 1)) / growth;
    const { mean, variance } = at(x * x);
    sum += weights[i]! * normalDensity(x) * gammaCdf((highest * mean) / variance, (mean * mean) / variance);
  }
  return 2 * sum;
}
