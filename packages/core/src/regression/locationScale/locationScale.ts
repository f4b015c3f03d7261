import type { Effect } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { BuiltDesign } from "../../formula/buildDesign.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import { criteria } from "../../pool/fitStatistics.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { aliasedColumns } from "../aliasedColumns.js";
import { combination } from "../combination.js";
import type { Design } from "../design.js";
import { mixedEffectsRegression } from "../mixedEffects.js";
import { orthogonalise } from "../orthogonalise.js";
import { residualTau2Estimators } from "../residualTau2/index.js";
import { spaceOf } from "../spaceOf.js";
import { units, waldOf } from "../waldOf.js";
import { weightedLeastSquares } from "../weightedLeastSquares.js";
import { type LocationScaleMaximum, maximise } from "./maximise.js";
import { type LocationScaleOptions, resolveLocationScale } from "./options.js";
import { partsOf } from "./parts.js";
import { scaleRatioTest } from "./ratioTest.js";
import type { LocationScale, PartDesign } from "./result.js";
import { scaleInformation } from "./scaleInformation.js";
import { scalePart } from "./scalePart.js";
import { studiesOf } from "./studies.js";
import { locationScaleWarnings } from "./warnings.js";

/**
 * Location-scale model: what the mean of effects depends on, and what their heterogeneity depends on.
 * y = Xβ + u + e with u of the variance τ² of its own study, log τ² = Zα, and e of the sampling variances.
 *
 * @param effects Effects of one measure with their moderators as further values: numbers, texts, true or false.
 * @param options `scale`: a formula "~ weeks" of log τ², as those of `metaRegression`, or a model matrix; `moderators` of the
 * mean, "~ 1" unless given; `method` "REML" (with the constant ½ log|X′X|) or "ML"; `test` "HKSJ", `level` 0.95,
 * `missing` "refuse" unless given.
 * @returns A deeply frozen, JSON-serialisable result; nothing in it is NaN or infinite. exp(α) is the factor by which τ²
 * differs for a unit of the moderator.
 *
 * α by Newton's method with analytic derivatives from several starts; β, given α, by weighted least squares. Standard errors
 * of α are from the second derivatives of the likelihood. With a few extreme values of moderators of the scale it has several
 * maxima, of which the highest may be missed: look at the studies, or take logarithms of such moderators. Where the
 * likelihood rises for ever as τ² of some studies goes to 0, the fit is that limit: `estimate` is null for coefficients that
 * are infinite there (`NO_FINITE_SCALE`).
 *
 * Throws `TOO_FEW_EFFECTS` below as many studies as coefficients of both parts, and what `metaRegression` throws.
 * Viechtbauer & López-López 2022, Research Synthesis Methods 13:697-715.
 *
 * @example
 * import { locationScale } from "@acumeta/core";
 * const y = [0.0, 0.4, 0.3, -0.1, 0.2, 0.9, -0.4, 1.2, 0.0, 1.1];
 * const effects = y.map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: 0.01, blinded: i < 5 }));
 * const { scale, studies } = locationScale(effects, { scale: "~ blinded[ref=TRUE]", test: "z" });
 * scale.coefficients.map(({ name, estimate, se }) => [name, estimate, se]);
 * // => [["intrcpt", -3.403, 0.925], ["blindedFALSE", 2.799, 1.148]]
 * [studies[0].tau2, studies[9].tau2]; // => [0.0333, 0.5462]
 * scale.likelihoodRatio?.p; // => 0.025
 * locationScale(effects, { scale: "~ 0" }); // throws NOT_MODERATORS
 */
export function locationScale<E extends Effect>(
  effects: readonly E[] & OneMeasure<E["measure"]>,
  options: LocationScaleOptions,
): LocationScale<E["measure"]> {
  const choices = resolveLocationScale(options);
  const list: readonly E[] = effects;
  const { measure, y: all, v: allV } = checkEffects<E["measure"]>(list as readonly Effect<E["measure"]>[]);
  const { used, leftOut, location, scale } = partsOf(list, choices);
  const { method, test, level } = choices;
  const y = Float64Array.from(used, (place) => all[place]!);
  const v = Float64Array.from(used, (place) => allV[place]!);
  const X = keptColumns(location.X);
  const Z = keptColumns(scale.X);
  const [p, q] = [X.length, Z.length];
  if (p === 0) throw metaError(messages.noCoefficients({ formula: location.formula ?? location.names.join(", ") }));
  if (q === 0) throw metaError(messages.notScale({ found: scale.formula ?? scale.names }));
  const k = y.length;
  if (k < p + q)
    throw metaError(
      messages.tooFewEffects({ k, needed: p + q, what: `a location-scale model of ${p + q} coefficients` }),
    );

  const design = { X, y, v };
  const common = mixedEffectsRegression(design, residualTau2Estimators[method]);
  const maximum = maximise({ design, Z, isRestricted: method === "REML" }, common);
  const fit = weightedLeastSquares(
    location.X,
    y,
    v.map((variance, i) => 1 / (variance + maximum.tau2[i]!)),
  );
  const aliased = aliasedColumns(location.names, location.X, fit);
  const space = spaceOf(fit, { names: location.names, aliased, interval: test, level });
  const coefficients = fit.kept.map((place, i) => combination(space, location.names[place]!, units([i], p)[0]!));
  const tested = fit.kept.flatMap((place, i) => (place === location.intercept ? [] : [i]));
  const told = scaleInformation(maximum, v);
  const plain = weightedLeastSquares(scale.X, y, new Float64Array(k).fill(1));
  const df = space.scaled.df === null ? null : k - q;
  const part = scalePart(maximum, told, {
    names: plain.kept.map((place) => scale.names[place]!),
    Z,
    df,
    level,
    constant: scale.intercept === null ? null : scale.names[scale.intercept]!,
  });
  const logLik = logLikelihood(design, maximum, method);
  const scaleAliased = aliasedColumns(scale.names, scale.X, plain);
  const studies = used.map((place) => list[place]!);
  const { found, starts, iterations, logVariances } = maximum;
  const withoutHeterogeneity = studies.flatMap(({ study }, i) => (logVariances.rows.includes(i) ? [] : [study]));
  return freeze<LocationScale<E["measure"]>>({
    measure,
    k,
    location: {
      coefficients,
      vcov: coefficients.map((_, i) =>
        Array.from(fit.vcov.subarray(i * p, (i + 1) * p), (each) => space.scaled.factor * each),
      ),
      aliased,
      omnibus:
        tested.length === 0
          ? null
          : waldOf(
              space,
              tested.map((i) => coefficients[i]!.name),
              units(tested, p),
            ),
    },
    scale: { ...part, aliased: scaleAliased, likelihoodRatio: scaleRatioTest({ design, Z, method }, common, logLik) },
    studies: studiesOf(studies, fit.residuals, { maximum, told, df, level }),
    fit: { parameters: p + q, ...criteria(logLik, method === "ML" ? k : k - p, p + q) },
    convergence: {
      converged: found.converged,
      iterations,
      starts,
      slope: found.slope,
      condition: told.condition,
      withoutHeterogeneity,
    },
    design: { moderators: designOf(location), scale: designOf(scale) },
    leftOut,
    choices: { method, test: test.id, level },
    warnings: locationScaleWarnings(studies, {
      chosen: test.id,
      space,
      first: coefficients[0]!,
      common: common.tau2,
      moderators: tested.length,
      scale: part.coefficients,
      scaleAliased,
      leftOut,
      withoutHeterogeneity,
      maximum,
    }),
  });
}

function keptColumns(X: readonly Float64Array[]): readonly Float64Array[] {
  const k = X[0]?.length ?? 0;
  return orthogonalise(X, new Float64Array(k).fill(1)).kept.map((place) => X[place]!);
}

const LOG_2PI = Math.log(2 * Math.PI);

function logLikelihood({ X, y }: Design, { found }: LocationScaleMaximum, method: "REML" | "ML"): number {
  const k = y.length;
  if (method === "ML") return -found.value - 0.5 * k * LOG_2PI;
  const { R } = orthogonalise(X, new Float64Array(k).fill(1));
  const halfLogXX = R.reduce((sum, column) => sum + Math.log(column.at(-1)!), 0);
  return -found.value - 0.5 * (k - X.length) * LOG_2PI + halfLogXX;
}

function designOf({ formula, names, X }: BuiltDesign): PartDesign {
  return { formula, names, rows: Array.from(X[0] ?? [], (_, i) => X.map((column) => column[i]!)) };
}
