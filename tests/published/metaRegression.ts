import { type Effect, normalCdf, normalQuantile, type Tau2Method } from "@acumeta/core";
import { mixedEffectsRegression } from "../../packages/core/src/regression/mixedEffects.ts";
import { residualTau2Estimators } from "../../packages/core/src/regression/residualTau2/index.ts";
import { weightedLeastSquares } from "../../packages/core/src/regression/weightedLeastSquares.ts";

export interface MetaRegressionOptions {
  readonly tau2: Tau2Method;
  /** Moderators by name; "a:b" is the product of two. */
  readonly on: readonly string[];
  /** What is taken from a moderator, so that the first coefficient is the effect there; 0 unless given. */
  readonly centre?: Readonly<Record<string, number>>;
}

type Columns = Readonly<Record<string, readonly number[]>>;

/** A mixed-effects meta-regression as papers print it: first the intercept, then a coefficient for each moderator. */
export function metaRegression(effects: readonly Effect[], moderators: Columns, options: MetaRegressionOptions) {
  const y = Float64Array.from(effects, ({ yi }) => yi);
  const v = Float64Array.from(effects, ({ vi }) => vi);
  const ones = new Float64Array(y.length).fill(1);
  const X = [ones, ...options.on.map((name) => columnOf(name, moderators, options))];
  const estimator = residualTau2Estimators[options.tau2];
  const { fit, tau2 } = mixedEffectsRegression({ X, y, v }, estimator);
  const weightsAt = (at: number) => v.map((variance) => 1 / (variance + at));
  const without = estimator.compute({ X: [ones], y, v }).value;
  return {
    coefficients: Array.from(fit.beta, (value, j) => wald(value, Math.sqrt(fit.vcov[j * fit.beta.length + j]!))),
    tau2,
    QE: weightedLeastSquares(X, y, weightsAt(0)).QE,
    QM: weightedLeastSquares([ones], y, weightsAt(tau2.value)).QE - fit.QE,
    /** Percent of τ² that the moderators explain. */
    R2: (100 * (without - tau2.value)) / without,
  };
}

function columnOf(name: string, moderators: Columns, { centre = {} }: MetaRegressionOptions): Float64Array {
  return name
    .split(":")
    .map((factor) => Float64Array.from(moderators[factor]!, (value) => value - (centre[factor] ?? 0)))
    .reduce((product, factor) => product.map((value, i) => value * factor[i]!));
}

function wald(value: number, se: number) {
  const half = -normalQuantile(0.025) * se;
  const statistic = value / se;
  return { value, se, statistic, p: 2 * normalCdf(-Math.abs(statistic)), lower: value - half, upper: value + half };
}
