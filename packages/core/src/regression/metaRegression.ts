import type { Effect } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { buildDesign } from "../formula/buildDesign.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { type Tau2Method, tau2Estimators } from "../pool/tau2/index.js";
import { aliasedColumns } from "./aliasedColumns.js";
import { collinearity } from "./collinearity.js";
import { combination } from "./combination.js";
import { describeDesign } from "./describeDesign.js";
import { explained } from "./explained.js";
import { mixedEffectsRegression } from "./mixedEffects.js";
import { type MetaRegressionOptions, resolveRegression } from "./options.js";
import { regressionStatistics } from "./regressionStatistics.js";
import { regressionWarnings } from "./regressionWarnings.js";
import { residualHeterogeneity } from "./residualHeterogeneity.js";
import { ofMean } from "./residualTau2/ofMean.js";
import { residualTau2Of } from "./residualTau2Of.js";
import type { MetaRegression } from "./result.js";
import { spaceOf } from "./spaceOf.js";
import { studiesOf } from "./studiesOf.js";
import { units, waldOf } from "./waldOf.js";

/**
 * Meta-regression: how effects differ with what is known of the studies. Mixed-effects model y = Xβ + u + e, with u of the
 * residual variance τ² and e of the sampling variances; coefficients by weighted least squares with weights 1/(v + τ²).
 *
 * @param effects Effects of one measure with their moderators as further values: numbers, texts, true or false.
 * @param options `moderators`: a formula "~ sham * weeks", with + : * ^, 0 or −1 for no constant, poly(weeks, 2),
 * rcs(weeks, 3) or rcs(weeks, c(4, 8, 26)), factor(year), I(weeks^2), sham[ref=none]; or a model matrix { names, rows }.
 * `tau2` "REML", `interval` "HKSJ", `prediction` "t(k-1)", `level` 0.95, `missing` "refuse" unless given; `reference` and
 * `coding` of categorical moderators by name.
 * @returns A deeply frozen, JSON-serialisable result; nothing in it is NaN or infinite. Columns that follow from those before
 * them have no coefficient: `aliased` says what they follow from.
 *
 * "~ 1" is `pool`. As many coefficients as studies leave nothing to estimate τ² from: it is 0, with "z" intervals and the
 * warning `SATURATED`; fewer than 10 studies for each coefficient of a moderator give `FEW_PER_MODERATOR`.
 *
 * Throws `FORMULA_SYNTAX`, `UNKNOWN_MODERATOR`, `EFFECT_AS_MODERATOR` (yi, vi, se, measure), `MISSING_MODERATOR`,
 * `MIXED_MODERATOR`, `MODERATOR_NOT_NUMERIC`, `ONE_LEVEL`, `UNKNOWN_LEVEL`, `NOT_CATEGORICAL`, `TOO_FEW_VALUES`,
 * `KNOTS_COINCIDE`, `DERIVED_NOT_FINITE`, `BAD_MODEL_MATRIX`, `NOT_MODERATORS`, `NO_COEFFICIENTS`, and what `pool` throws.
 *
 * Berkey, Hoaglin, Mosteller & Colditz 1995, Statistics in Medicine 14:395-411; Thompson & Higgins 2002, Statistics in
 * Medicine 21:1559-1573; Viechtbauer 2010, Journal of Statistical Software 36(3).
 *
 * @example
 * import { metaRegression } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02, sham: "penetrating", weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, sham: "penetrating", weeks: 12 },
 *   { study: "C", measure: "SMD", yi: 0.6, vi: 0.02, sham: "none", weeks: 4 },
 *   { study: "D", measure: "SMD", yi: 0.9, vi: 0.04, sham: "none", weeks: 26 },
 *   { study: "E", measure: "SMD", yi: 0.2, vi: 0.05, sham: "penetrating", weeks: 8 },
 * ] as const;
 * const fit = metaRegression(effects, { moderators: "~ sham[ref=penetrating] + weeks", interval: "z" });
 * fit.coefficients.map(({ name, estimate }) => [name, estimate]);
 * // => [["intrcpt", 0.0721], ["shamnone", 0.4556], ["weeks", 0.0152]]
 * fit.omnibus.p; // => 0.001
 * metaRegression(effects, { moderators: "~ sham ** weeks" }); // throws FORMULA_SYNTAX
 */
export function metaRegression<E extends Effect>(
  effects: readonly E[] & OneMeasure<E["measure"]>,
  options: MetaRegressionOptions,
): MetaRegression<E["measure"]> {
  const choices = resolveRegression(options);
  const list: readonly E[] = effects;
  const { measure, y: all, v: allV } = checkEffects<E["measure"]>(list as readonly Effect<E["measure"]>[]);
  const { moderators, missing, reference, coding } = options;
  const built = buildDesign(list, moderators, {
    ...(missing && { missing }),
    ...(reference && { reference }),
    ...(coding && { coding }),
  });
  const { used, X, names, intercept, terms } = built;
  const [y, v] = built.leftOut.length === 0 ? [all, allV] : [at(all, used), at(allV, used)];
  const design = { X, y, v };
  const estimator = isMean(X) ? ofMean(tau2Estimators[choices.tau2.id as Tau2Method]) : choices.tau2;
  const mixed = mixedEffectsRegression(design, estimator);
  const { fit, atZero, tau2: found } = mixed;
  if (fit.kept.length === 0) throw metaError(messages.noCoefficients({ formula: built.formula ?? names.join(", ") }));

  const commonEffect = estimator.id === "EE";
  const tau2 = residualTau2Of(design, mixed, { estimator, level: choices.level });
  const aliased = aliasedColumns(names, X, fit);
  const space = spaceOf(fit, { names, aliased, interval: choices.interval, level: choices.level });
  const p = fit.kept.length;
  const coefficients = fit.kept.map((place, i) => combination(space, names[place]!, units([i], p)[0]!));
  const tested = fit.kept.flatMap((place, i) => (place === intercept ? [] : [i]));
  const usedEffects = used.map((place) => list[place]!);
  return freeze<MetaRegression<E["measure"]>>({
    measure,
    k: y.length,
    coefficients,
    vcov: matrixOf(fit.vcov, p, space.scaled.factor),
    aliased,
    tau2,
    heterogeneity: residualHeterogeneity(atZero, v, { tau2: found.value, tau2Ci: tau2.ci, commonEffect }),
    ...explained(design, atZero, { id: estimator.id as Tau2Method, tau2: found.value }),
    omnibus:
      tested.length === 0
        ? null
        : waldOf(
            space,
            tested.map((i) => coefficients[i]!.name),
            units(tested, p),
          ),
    collinearity: collinearity(fit, { names, intercept, terms }),
    studies: studiesOf(usedEffects, fit, { v, tau2: found.value }),
    fit: regressionStatistics(design, fit, { tau2: found.value, fixedTau2: commonEffect }),
    design: describeDesign(built),
    leftOut: built.leftOut,
    choices: {
      tau2: estimator.id,
      tau2Interval: "Q-profile",
      interval: choices.interval.id,
      prediction: choices.prediction.id,
      level: choices.level,
    },
    warnings: regressionWarnings(usedEffects, {
      chosen: choices.interval.id,
      space,
      first: coefficients[0]!,
      tau2,
      moderators: tested.length,
      leftOut: built.leftOut,
    }),
  });
}

function at(values: Float64Array, places: readonly number[]): Float64Array {
  return Float64Array.from(places, (place) => values[place]!);
}

function isMean(X: readonly Float64Array[]): boolean {
  return X.length === 1 && X[0]!.every((each) => each === 1);
}

function matrixOf(vcov: Float64Array, p: number, factor: number): readonly (readonly number[])[] {
  return Array.from({ length: p }, (_, i) => Array.from(vcov.subarray(i * p, (i + 1) * p), (each) => factor * each));
}
