import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { type BoxedMinimum, type BoxedPoint, minimiseInBox } from "../../numerics/minimiseInBox.js";
import type { MixedDesign } from "./mixedDesign.js";
import { type MixedFit, mixedLikelihood } from "./mixedLikelihood.js";

/** Variances, τ² first, at the maximum of the restricted likelihood. */
export interface MixedMaximum {
  readonly theta: Float64Array;
  readonly logLik: number;
  readonly fit: MixedFit;
  /** Of the log-likelihood along each variance, one that is held among them. */
  readonly slopes: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A variance that is held at a value. */
interface HeldVariance {
  readonly place: number;
  readonly at: number;
}

interface Search {
  /** `startsOf` unless given. */
  readonly starts?: readonly Float64Array[];
  readonly held?: HeldVariance | null;
  /** The slope per standard error that ends the search: the log-likelihood is half its square below the maximum. */
  readonly flat?: number;
}

/** What `flat` is unless given, of a whole search and where a variance is held. */
const FLAT = 1e-6;
const FLAT_ENOUGH = 5e-5;

/**
 * The highest restricted likelihood that Newton's method with the average information reaches from the starts. X must have full
 * rank. Throws `VARIANCES_TOO_FAR_APART` where rounding leaves no likelihood.
 */
export function maximiseMixed(
  model: MixedDesign,
  { starts = startsOf(model), held = null, flat = held === null ? FLAT : FLAT_ENOUGH }: Search = {},
): MixedMaximum {
  const size = 1 + model.terms;
  const bounds = (free: number) => Array.from({ length: size }, (_, i) => (held?.place === i ? held.at : free));
  const box = { lower: bounds(0), upper: bounds(Number.POSITIVE_INFINITY) };
  const fits = new Map<Float64Array, MixedFit>();
  const evaluate = (theta: Float64Array) => {
    const fit = mixedLikelihood(model, theta);
    if (fit !== null) fits.set(theta, fit);
    return fit?.curved ?? null;
  };
  const ends: BoxedMinimum[] = [];
  for (const start of starts)
    ends.push(minimiseInBox(evaluate, start, box, (at) => at.slope <= flat || ends.some((end) => leadsTo(end, at))));
  const best = ends.reduce((lowest, end) => (end.value < lowest.value ? end : lowest));
  if (!Number.isFinite(best.value)) throw metaError(messages.variancesTooFarApart({ variances: model.design.v }));
  return {
    theta: best.x,
    logLik: -best.value,
    fit: fits.get(best.x)!,
    slopes: best.gradient.map((each) => -each),
    iterations: ends.reduce((sum, { iterations }) => sum + iterations, 0),
    converged: best.converged,
  };
}

/** Within so much of a standard error of a maximum, a search is on its way to it. */
const NEAR = 0.1;

/** Whether a search need not go on, since it would end where another one did, and is not above it yet. */
function leadsTo(end: BoxedMinimum, { x, value, slope, hessian }: BoxedPoint): boolean {
  const isNear = (each: number, i: number) =>
    Math.abs(each - end.x[i]!) * Math.sqrt(Math.max(0, hessian[i * (x.length + 1)]!)) <= NEAR;
  return end.converged && value >= end.value && slope <= NEAR && x.every(isNear);
}

/** In parts of each variance's scale: all nothing, a tenth, and as much; and each alone. */
function startsOf(model: MixedDesign): readonly Float64Array[] {
  const scales = scalesOf(model);
  const alike = [0, 0.1, 1].map((share) => scales.map((scale) => share * scale));
  const alone = Array.from(scales, (_, i) => scales.map((scale, j) => (i === j ? scale : 0)));
  return [...alike, ...alone];
}

/** Of τ² the typical variance of a row; of a term that over the mean square of its columns' elements in a row. */
export function scalesOf({ design, fixed, termOf, terms }: MixedDesign): Float64Array {
  const { v, start, column, value } = design;
  const typical = v.length / v.reduce((sum, variance) => sum + 1 / variance, 0);
  const squares = new Float64Array(terms);
  for (let i = 0; i < v.length; i++)
    for (let a = start[i]!; a < start[i + 1]!; a++)
      if (column[a]! >= fixed) squares[termOf[column[a]! - fixed]!]! += value[a]! ** 2;
  return Float64Array.from({ length: 1 + terms }, (_, i) =>
    i === 0 || squares[i - 1]! === 0 ? typical : (typical * v.length) / squares[i - 1]!,
  );
}
