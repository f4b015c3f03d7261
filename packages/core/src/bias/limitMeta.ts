import type { Effect, Measure } from "../effects/effect.js";
import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { freeze } from "../numerics/freeze.js";
import { normalCdf } from "../numerics/normal.js";
import { criticalValue } from "../numerics/quantileCache.js";
import { checkEffects } from "../pool/checkEffects.js";
import { estimate } from "../pool/estimate.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import type { Interval } from "../pool/result.js";
import type { Tau2Estimator } from "../pool/tau2/estimator.js";
import { type Tau2Method, tau2Estimators } from "../pool/tau2/index.js";
import { choose } from "../registry/choose.js";
import { weightedLeastSquares } from "../regression/weightedLeastSquares.js";
import type { QTest } from "../subgroups/between.js";
import { lineThrough } from "./asymmetry/line.js";

export interface LimitMetaOptions {
  /** An id of `tau2Estimators`; "REML" unless given. */
  readonly tau2?: Tau2Method;
  /** Confidence level; 0.95 unless given. */
  readonly level?: number;
}

/** The frozen, JSON-serialisable result of {@link limitMeta}. */
export interface LimitMeta<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  /** β + τα: the expected effect in a study of unlimited size. */
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
  /** α, the bias in units of the standard error. */
  readonly intercept: number;
  /** β, what is left where neither bias nor heterogeneity acts. */
  readonly slope: number;
  readonly tau2: number;
  /**
   * Share of variance that is left unexplained when small-study effects are allowed for; 0 without heterogeneity, whose
   * limits are all the same, and null where limits grow as standard errors do.
   */
  readonly G2: number | null;
  /** Heterogeneity due to small-study effects, and that which is left. */
  readonly QSmall: QTest;
  readonly QResidual: QTest;
  /** Each study, made unlimitedly large. */
  readonly limits: readonly { readonly study: string; readonly yi: number }[];
}

/**
 * Limit meta-analysis: a random-effects model whose effects may grow with the standard error of a study,
 * y = β + √(v + τ²)(α + e), fitted as the line of a radial plot; and its expectation β + τα for studies of unlimited
 * size.
 *
 *   G² = 1 − r² of the radial plot of the limits β + τ/√(v + τ²) (y − β)
 *   Q = QSmall + QResidual, QResidual that of the radial plot with τ = 0
 *
 * Throws `TOO_FEW_EFFECTS` below 3 studies, `SAME_PRECISION` where all variances are equal, `UNKNOWN_CHOICE`,
 * `LEVEL_OUT_OF_RANGE`, and what `pool` throws.
 * Rücker, Schwarzer, Carpenter, Binder & Schumacher 2011, Biostatistics 12:122-142, G² and Q sec. 7. O(k).
 *
 * @example
 * import { limitMeta } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "MD", yi: 0.1, vi: 0.01 },
 *   { study: "B", measure: "MD", yi: 0.6, vi: 0.04 },
 *   { study: "C", measure: "MD", yi: 0.3, vi: 0.09 },
 *   { study: "D", measure: "MD", yi: 1.4, vi: 0.16 },
 * ] as const;
 * const fit = limitMeta(effects, { tau2: "DL" });
 * fit.intercept; // => 6.7917
 * fit.estimate; // => 0.0453
 */
export function limitMeta<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { tau2: method = "REML", level = 0.95 }: LimitMetaOptions = {},
): LimitMeta<M> {
  checkLevel(level);
  const estimator = choose<Tau2Estimator>("tau2", tau2Estimators, method);
  const list: readonly Effect<M>[] = effects;
  const { measure, y, v } = checkEffects(list);
  const k = y.length;
  if (k < 3) throw metaError(messages.tooFewEffects({ k, needed: 3, what: "a limit meta-analysis" }));
  const { tau2: found, atZero } = estimate(y, v, estimator);
  const tau2 = found.value;
  const tau = Math.sqrt(tau2);
  const line = radialLine(
    y,
    v.map((variance) => variance + tau2),
  );
  const residual = radialLine(y, v);
  if (line === null || residual === null) throw metaError(messages.samePrecision());
  const { alpha, beta } = line;
  const limits = y.map((yi, i) => beta + (tau / Math.sqrt(v[i]! + tau2)) * (yi - beta));
  const value = beta + tau * alpha;
  const se = Math.sqrt(line.variance(tau));
  return freeze<LimitMeta<M>>({
    measure,
    k,
    estimate: value,
    se,
    ci: waldInterval(value, se, level),
    intercept: alpha,
    slope: beta,
    tau2,
    G2: tau2 === 0 ? 0 : unexplained(limits, v),
    QSmall: qTest(Math.max(0, atZero.q1 - residual.QE), 1),
    QResidual: qTest(residual.QE, k - 2),
    limits: list.map(({ study }, i) => ({ study, yi: limits[i]! })),
  });
}

/** y = β + s(α + e), s² the variances given, with e of variance 1; null where all s are equal. */
function radialLine(y: Float64Array, variances: Float64Array) {
  const fit = weightedLeastSquares(
    lineThrough(variances.map(Math.sqrt)),
    y,
    variances.map((each) => 1 / each),
  );
  if (fit.kept.length < 2) return null;
  const [ofBeta, shared, , ofAlpha] = fit.vcov;
  return {
    beta: fit.beta[0]!,
    alpha: fit.beta[1]!,
    QE: fit.QE,
    /** Of β + τα. */
    variance: (tau: number) => ofBeta! + 2 * tau * shared! + tau * tau * ofAlpha!,
  };
}

/** 1 − r² of x/√v on 1/√v; null where all x/√v are equal. */
function unexplained(x: Float64Array, v: Float64Array): number | null {
  const ones = new Float64Array(v.length).fill(1);
  const precision = v.map((variance) => 1 / Math.sqrt(variance));
  const radial = x.map((each, i) => each * precision[i]!);
  const total = weightedLeastSquares([ones], radial, ones).QE;
  return total === 0 ? null : weightedLeastSquares([ones, precision], radial, ones).QE / total;
}

function qTest(Q: number, df: number): QTest {
  return { Q, df, p: chiSquareCdf(Q, df, { upper: true }) };
}

function waldInterval(estimate: number, se: number, level: number): Interval {
  const half = criticalValue(level, null) * se;
  const statistic = estimate / se;
  const p = 2 * normalCdf(-Math.abs(statistic));
  return { lower: estimate - half, upper: estimate + half, level, method: "z", se, df: null, statistic, p };
}
