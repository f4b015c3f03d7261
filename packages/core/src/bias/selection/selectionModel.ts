import type { Effect, Measure } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { estimates } from "./estimates.js";
import { fitOf } from "./fitOf.js";
import { type ResolvedSelection, resolveSelection, type SelectionOptions } from "./options.js";
import { type Problem, problem, withTau2 } from "./problem.js";
import { pValues } from "./pValues.js";
import { ratioTest } from "./ratioTest.js";
import type { SelectionModel, StepInterval } from "./result.js";
import { search } from "./search.js";
import { type Unadjusted, unadjustedFit } from "./unadjusted.js";
import { selectionWarnings } from "./warnings.js";
import type { SelectionType } from "./weight/index.js";

/**
 * Estimates the mean effect in all studies, published or not, where the chance of publication depends on the p-value:
 * yᵢ ~ N(μ, τ² + vᵢ), seen with a probability proportional to w(pᵢ; δ), by maximum likelihood.
 *
 * p-values are one-sided, of large positive (`alternative: "greater"`) or large negative effects ("less"), or two-sided.
 * The likelihood of a step function is in closed form; that of a smooth weight is integrated by Gauss-Legendre quadrature
 * to 12 digits (8 for δ near 100). Newton's method within bounds (τ² ≥ 0, 0 ≤ δ ≤ 100, of "beta" 50) goes from several
 * starts, since such likelihoods have several maxima; the highest wins.
 *
 * Intervals are Wald intervals, cut at the bounds of δ, except that of τ², by profile likelihood. Where a parameter
 * lies at a bound, the others' standard errors take it as known. Few studies (fewer than 20, or none in an interval of
 * p) make the estimates rough: read them as sensitivity analysis.
 *
 * @param effects As for `pool`; ratios as logarithms.
 * @param options `type` an id of `weightFunctions`, "step" with `steps` [0.025] unless given (the three-parameter model);
 * `alternative` "greater", `tau2` "ML", `level` 0.95; `delta` holds parameters at values, as for a sensitivity analysis
 * by a priori weights; `pMin` 1e-5 keeps p from 0 and 1, where "beta" is infinite and "power" 0.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer effects than parameters, `BAD_STEPS`, `BAD_DELTA`, `NOT_A_VALID_NUMBER` (`pMin`),
 * `UNKNOWN_OPTION`, and what `pool` throws.
 * Iyengar & Greenhouse 1988, Statistical Science 3:109-117; Hedges 1992, Statistical Science 7:246-255; Vevea & Hedges
 * 1995, Psychometrika 60:419-435; a priori weights: Vevea & Woods 2005, Psychological Methods 10:428-443; sources of the
 * weights: `weightFunctions`.
 *
 * @example
 * import { selectionModel } from "@acumeta/core";
 * const y = [0.52, 0.61, 0.45, 0.7, 0.35, 0.81, 0.3, 0.12, 0.66, 0.9];
 * const v = [0.03, 0.06, 0.02, 0.09, 0.01, 0.12, 0.008, 0.03, 0.07, 0.15];
 * const effects = y.map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: v[i]! }));
 * const fit = selectionModel(effects, { type: "step", steps: [0.025] });
 * fit.unadjusted.estimate; // => 0.3924
 * fit.estimate; // => 0.2921
 * fit.delta[1].value; // => 0.0381
 */
export function selectionModel<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: SelectionOptions = {},
): SelectionModel<M> {
  const choices = resolveSelection(options);
  const { measure, y, v } = checkEffects<M>(effects);
  const k = y.length;
  const counted = freeParameters(choices);
  if (k < counted.all)
    throw metaError(messages.tooFewEffects({ k, needed: counted.all, what: "this selection model" }));
  const unadjusted = unadjustedFit(y, v, choices.tau2);
  const posed = problem(y, v, choices);
  const { full, homogeneous } = fits(posed, choices, unadjusted);
  const logLik = logLikOf(full.best, posed);
  const intervals = intervalsOf(y, v, choices);
  const estimated = estimates({ full: full.best, posed, choices, intervals });
  return freeze<SelectionModel<M>>({
    measure,
    k,
    ...estimated.parameters,
    intervals,
    selectionTest: logLik === null ? null : ratioTest(logLik, unadjusted.logLik, counted.delta),
    heterogeneityTest:
      logLik === null || homogeneous === null ? null : ratioTest(logLik, logLikOf(homogeneous, posed), 1),
    fit: logLik === null ? null : fitOf(logLik, k, counted.all),
    unadjusted,
    convergence: {
      converged: full.best.converged,
      iterations: full.best.iterations,
      starts: full.starts,
      gradient: Number.isFinite(full.best.slope) ? full.best.slope : null,
      condition: estimated.condition,
    },
    choices: {
      type: choices.weight.id as SelectionType,
      alternative: choices.alternative,
      steps: choices.steps,
      pMin: choices.weight.isCensored ? choices.least.p : null,
      tau2: choices.tau2,
      level: choices.level,
    },
    warnings: selectionWarnings(full.best, posed, { choices, intervals, condition: estimated.condition }),
  });
}

function freeParameters({ parameters, tau2 }: ResolvedSelection): { readonly delta: number; readonly all: number } {
  const delta = parameters.filter(({ held }) => held === null).length;
  return { delta, all: 1 + (tau2 === "ML" ? 1 : 0) + delta };
}

/** How many standard deviations of an observed effect the mean of all studies may lie beyond that of the published ones. */
const FAR = 6;

/**
 * The fit with τ² = 0 first: it and the fit without selection are starts of the full one, which is therefore no lower. Of
 * few studies the likelihood is often highest where strong selection makes up for a mean far on the other side.
 */
function fits(posed: Problem, choices: ResolvedSelection, unadjusted: Unadjusted) {
  const { evaluate, box, units } = posed;
  const mu = unadjusted.estimate / units[0]!;
  const tau2 = unadjusted.tau2 / units[1]!;
  const { none, deltas, reversed } = deltasOf(choices);
  const from = (at: number, spread: number) => deltas.map((delta) => [at, spread, ...delta]);
  const far = FAR * Math.sqrt(1 + tau2);
  const farFrom = (spread: number) => [
    ...from(mu - far, spread),
    ...reversed.map((delta) => [mu + far, spread, ...delta]),
  ];
  const fixed = [[mu, 0, ...none], ...from(mu, 0), ...farFrom(0)];
  if (choices.tau2 === "EE") return { full: search(evaluate, fixed, box), homogeneous: null };
  const homogeneous = search(evaluate, fixed, withTau2(box, 0)).best;
  const near = [...from(mu, Math.max(tau2, 0.1)), ...from(0, 2 * tau2 + 1)];
  const free = [[mu, tau2, ...none], homogeneous.x, ...near, ...farFrom(FAR * (1 + tau2))];
  return { full: search(evaluate, free, box), homogeneous };
}

/** From which values of the δ to estimate a search may start: no selection, that of small p-values, and of large ones. */
function deltasOf({ weight, parameters }: ResolvedSelection) {
  const isFree = parameters.map(({ held }) => held === null);
  const freeOf = (delta: readonly number[]) => delta.filter((_, j) => isFree[j]);
  const none = freeOf(parameters.map((parameter) => parameter.none));
  const deltas = none.length === 0 ? [[]] : weight.starts(isFree.length).map(freeOf);
  return { none, deltas, reversed: none.length === 0 ? [[]] : weight.reversedStarts.map(freeOf) };
}

function logLikOf({ value }: BoxedMinimum, { logUnit }: Problem): number | null {
  return Number.isFinite(value) ? logUnit - value : null;
}

function intervalsOf(y: Float64Array, v: Float64Array, { alternative, steps, least }: ResolvedSelection) {
  const sign = alternative === "less" ? -1 : 1;
  const z = y.map((each, i) => (sign * each) / Math.sqrt(v[i]!));
  const { p } = pValues(z, { twoSided: alternative === "twoSided", least });
  return steps.map((to, j): StepInterval => {
    const from = steps[j - 1] ?? 0;
    return { from, to, studies: p.filter((each) => each <= to && (each > from || j === 0)).length };
  });
}
