import type { Effect, Measure } from "../../effects/effect.js";
import { check } from "../../errors/check.js";
import { findRoot } from "../../numerics/findRoot.js";
import { freeze } from "../../numerics/freeze.js";
import { normalCdf, normalQuantile } from "../../numerics/normal.js";
import { checkEffects } from "../../pool/checkEffects.js";
import { estimate } from "../../pool/estimate.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Tau2Estimator } from "../../pool/tau2/estimator.js";
import { type Tau2Method, tau2Estimators } from "../../pool/tau2/index.js";
import { choose } from "../../registry/choose.js";
import { type ExcessTest, type ExcessTestId, excessTests, expected, pearson } from "./tests.js";

export interface ExcessOptions {
  /** An id of `excessTests`; "exact" unless given. */
  readonly test?: ExcessTestId;
  /** Two-sided level at which a study counts as significant; 0.05 unless given. */
  readonly alpha?: number;
  /** The true effect that the power is reckoned for; the pooled effect unless given. */
  readonly theta?: number;
  /** How the pooled effect and τ² are estimated: "EE" (τ² = 0, as published) unless given. */
  readonly tau2?: Tau2Method;
  /** P value at which the limit estimate is read; 0.10 unless given. */
  readonly limitAlpha?: number;
}

/** The frozen, JSON-serialisable result of {@link excessSignificance}. */
export interface ExcessSignificance {
  readonly test: string;
  readonly label: string;
  readonly citation: string;
  readonly k: number;
  /** Significant studies observed, and expected from the power. */
  readonly observed: number;
  readonly expected: number;
  /** Power of each study, and whether it was significant. */
  readonly studies: readonly { readonly study: string; readonly power: number; readonly significant: boolean }[];
  readonly theta: number;
  readonly tau2: number;
  /** Pearson's χ²; null where every study has a power of 1. */
  readonly X2: number | null;
  /** One-sided p value of the chosen test. */
  readonly p: number;
  /**
   * The effect, in the direction of θ, beyond which the excess is not significant at `limitAlpha`; null where it is not
   * even at 0.
   */
  readonly limit: number | null;
}

/**
 * Test of excess significance: are more studies significant than their power at the pooled effect lets expect? A hint
 * at selective reporting of studies, outcomes or analyses; it takes the effects for homogeneous unless `tau2` says
 * else, and an overestimated pooled effect makes it lenient.
 *
 * Power of a study: P(|Z| > z_{α/2}) with Z ~ N(θ/√v, 1 + τ²/v).
 *
 * Throws `NOT_A_VALID_NUMBER` for `alpha` or `limitAlpha` outside (0, 1) or a `theta` that is no number,
 * `UNKNOWN_CHOICE`, and what `pool` throws. Ioannidis & Trikalinos 2007, Clinical Trials 4:245-253. O(k²) a p value.
 *
 * @example
 * import { excessSignificance } from "@acumeta/core";
 * const effects = [0.5, 0.5, 0.5, 0.1].map((yi, i) => ({ study: `s${i}`, measure: "SMD", yi, vi: 0.04 }) as const);
 * const found = excessSignificance(effects);
 * found.observed; // => 3
 * found.expected; // => 2.064
 * found.p; // => 0.3369
 */
export function excessSignificance<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { test = "exact", alpha = 0.05, theta, tau2: method = "EE", limitAlpha = 0.1 }: ExcessOptions = {},
): ExcessSignificance {
  check({ alpha, limitAlpha }, (value) => value > 0 && value < 1, "a significance level between 0 and 1");
  if (theta !== undefined) check({ theta }, Number.isFinite, "a finite number");
  const { id, label, citation, p } = choose<ExcessTest>("test", excessTests, test);
  const estimator = choose<Tau2Estimator>("tau2", tau2Estimators, method);
  const list: readonly Effect<M>[] = effects;
  const { y, v } = checkEffects(list);
  const found = estimate(y, v, estimator);
  const tau2 = found.tau2.value;
  const truth = theta ?? found.sums.mean;
  const critical = -normalQuantile(alpha / 2);
  const isSignificant = (i: number) => Math.abs(y[i]!) >= critical * Math.sqrt(v[i]!);
  const observed = list.filter((_, i) => isSignificant(i)).length;
  const powerAt = (effect: number) => v.map((variance) => powerOf(effect, variance, { tau2, critical }));
  const power = powerAt(truth);
  return freeze<ExcessSignificance>({
    test: id,
    label,
    citation,
    k: y.length,
    observed,
    expected: expected(power),
    studies: list.map(({ study }, i) => ({ study, power: power[i]!, significant: isSignificant(i) })),
    theta: truth,
    tau2,
    X2: pearson(observed, power),
    p: p(observed, power),
    limit: limitOf((effect) => p(observed, powerAt(effect)) - limitAlpha, {
      sign: truth < 0 ? -1 : 1,
      step: Math.sqrt(v.reduce((least, each) => Math.min(least, each))),
    }),
  });
}

function powerOf(theta: number, v: number, { tau2, critical }: { tau2: number; critical: number }): number {
  const scale = Math.sqrt(v + tau2);
  const bound = critical * Math.sqrt(v);
  return normalCdf((theta - bound) / scale) + normalCdf((-theta - bound) / scale);
}

/** Where the p value, which rises with the size of the effect, reaches the level; null where it is above it at 0. */
function limitOf(above: (theta: number) => number, { sign, step }: { sign: 1 | -1; step: number }): number | null {
  const atZero = above(0);
  if (atZero >= 0) return null;
  let far = step;
  while (above(far) < 0 && far < Number.MAX_VALUE / 2) far *= 2;
  return sign * findRoot(above, [0, far], { atStart: atZero }).x;
}
