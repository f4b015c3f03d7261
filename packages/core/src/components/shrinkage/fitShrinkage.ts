import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { minimiseInBox } from "../../numerics/minimiseInBox.js";
import type { MixedDesign } from "../../sparse/mixed/mixedDesign.js";
import { mixedLikelihood } from "../../sparse/mixed/mixedLikelihood.js";

/** Variances, τ² first, at the maximum of the restricted likelihood. */
export interface ShrinkageFit {
  readonly theta: Float64Array;
  readonly logLik: number;
  /** Of the log-likelihood along each variance, one that is held among them. */
  readonly slopes: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A variance that is held at a value. */
export interface HeldVariance {
  readonly place: number;
  readonly at: number;
}

/** Slopes per standard error that end a search: a log-likelihood is half their square below its maximum. */
const FLAT = 5e-6;
const FLAT_ENOUGH = 5e-5;

/** The highest restricted likelihood that Newton's method with the average information reaches from `starts`. */
export function fitShrinkage(
  model: MixedDesign,
  starts: readonly Float64Array[],
  held: HeldVariance | null = null,
): ShrinkageFit {
  const size = 1 + model.terms;
  const bounds = (free: number) => Array.from({ length: size }, (_, i) => (held?.place === i ? held.at : free));
  const box = { lower: bounds(0), upper: bounds(Number.POSITIVE_INFINITY) };
  const evaluate = (theta: Float64Array) => mixedLikelihood(model, theta)?.curved ?? null;
  const flat = held === null ? FLAT : FLAT_ENOUGH;
  const ends = starts.map((start) => minimiseInBox(evaluate, start, box, ({ slope }) => slope <= flat));
  const best = ends.reduce((lowest, end) => (end.value < lowest.value ? end : lowest));
  if (!Number.isFinite(best.value)) throw metaError(messages.variancesTooFarApart({ variances: model.design.v }));
  return {
    theta: best.x,
    logLik: -best.value,
    slopes: best.gradient.map((each) => -each),
    iterations: ends.reduce((sum, { iterations }) => sum + iterations, 0),
    converged: best.converged,
  };
}
