import { type BoxedMinimum, minimiseInBox } from "../../numerics/minimiseInBox.js";
import type { MixedDesign } from "./mixedDesign.js";
import { type MixedFit, mixedLikelihood } from "./mixedLikelihood.js";

/** The variances of the highest restricted likelihood, τ² first, and the fit there. */
export interface MixedMaximum {
  readonly theta: Float64Array;
  readonly fit: MixedFit;
  readonly logLik: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** What may be held: a variance at a value, in place of being estimated. */
export interface Held {
  readonly place: number;
  readonly at: number;
}

/**
 * Newton's method with the average information from several starts, each variance at nothing, at a tenth of what the rows' own
 * variances are, and at as much and ten times as much; the highest end wins. X must have full rank.
 */
export function maximiseMixed(model: MixedDesign, held: readonly Held[] = []): MixedMaximum {
  const size = 1 + model.terms;
  const lower = Array.from({ length: size }, (_, i) => held.find(({ place }) => place === i)?.at ?? 0);
  const upper = Array.from(
    { length: size },
    (_, i) => held.find(({ place }) => place === i)?.at ?? Number.POSITIVE_INFINITY,
  );
  const scales = scalesOf(model);
  const evaluate = (theta: Float64Array) => mixedLikelihood(model, theta)?.curved ?? null;
  const ends = startsOf(size).map((share) =>
    minimiseInBox(
      evaluate,
      Float64Array.from(share, (each, i) => each * scales[i]!),
      { lower, upper },
    ),
  );
  const best = ends.reduce((lowest: BoxedMinimum, end) => (end.value < lowest.value ? end : lowest));
  return {
    theta: best.x,
    fit: mixedLikelihood(model, best.x)!,
    logLik: -best.value,
    iterations: ends.reduce((sum, { iterations }) => sum + iterations, 0),
    converged: best.converged,
  };
}

/** Shares of each variance's scale at which searches start: all alike, and each alone. */
function startsOf(size: number): readonly (readonly number[])[] {
  const alike = [0, 0.1, 1].map((share) => Array.from({ length: size }, () => share));
  const alone = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
  return size === 1 ? alike : [...alike, ...alone];
}

/** Of τ² the typical variance of a row; of a term that over the mean square of its columns' elements in a row. */
function scalesOf({ design, fixed, termOf, terms }: MixedDesign): Float64Array {
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
