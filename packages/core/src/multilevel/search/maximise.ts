import { submatrix } from "../../linear/submatrix.js";
import { symmetricEigen } from "../../linear/symmetricEigen.js";
import type { Box, BoxedMinimum } from "../../numerics/minimiseInBox.js";
import { curvedLikelihood, exactlyCurved } from "../model/curvedLikelihood.js";
import { memoryOf } from "../model/likelihood.js";
import type { MarginalModel } from "../model/marginalModel.js";
import type { RandomTerm } from "../random/term.js";
import { alongCorrelation } from "./alongCorrelation.js";
import { awayFromZero } from "./awayFromZero.js";
import { climb, type Effort, type Search, settle } from "./climb.js";
import { coordinatesOf } from "./coordinates.js";
import { flatParameters, heldAtZero } from "./flatParameters.js";
import { insideBounds } from "./insideBounds.js";

/** The highest likelihood that was found, minus its sign. */
export interface Maximum extends BoxedMinimum {
  /** Searches made, each from another start. */
  readonly starts: number;
  /** Whether the likelihood is curved downwards in every free direction: if not, the data don't tell all parameters. */
  readonly isIdentified: boolean;
}

/** The bounds of a model's parameters, one term after the other. */
export function boundsOf(terms: readonly RandomTerm[]): Box {
  const parameters = terms.flatMap((term) => term.parameters);
  return { lower: parameters.map(({ lower }) => lower), upper: parameters.map(({ upper }) => upper) };
}

/**
 * The maximum of a model's likelihood within bounds: from every start, and from the peaks along every correlation, by
 * Newton's method with the average information; then, from the highest of what they find, or from no random effects at all
 * where the likelihood is higher still, with the second derivatives themselves; from a saddle point, such as standard
 * deviations that are all 0, on along the direction in which the likelihood rises; and from a variance of 0 with a correlation
 * at which it is no maximum.
 */
export function maximise(model: MarginalModel, starts: readonly Float64Array[], box: Box): Maximum {
  const memory = memoryOf(model);
  const { model: moved, from, to } = coordinatesOf(model);
  const evaluate = (theta: Float64Array) => curvedLikelihood(moved, theta, memory);
  const flat = flatParameters(moved.terms, evaluate(from(starts[0]!)));
  const rough = { evaluate, box: heldAtZero(boundsOf(moved.terms), flat) };
  const exact = {
    evaluate: (theta: Float64Array) => exactlyCurved(model, theta, memory),
    box: heldAtZero(box, flat),
  };
  const correlations = moved.terms
    .flatMap(({ parameters }) => parameters)
    .flatMap(({ kind }, place) => (kind === "correlation" && !flat.includes(place) ? [place] : []));
  const along = correlations.map((place) => alongCorrelation(rough, from(starts[0]!), place));
  const all = [...along.flatMap(({ peaks }) => peaks.map(({ x }) => x)), ...starts.map(from)];
  const ends: BoxedMinimum[] = [];
  for (const start of all) ends.push(climb(rough, start, ends));
  const inside = ends.reduce((best, end) => (end.value < best.value ? end : best));
  const none = climb(rough, from(withoutVariance(model.terms, starts[0]!)), [], NOWHERE);
  const highest = none.value < inside.value - 1e-9 ? none : inside;
  let maximum = settle(exact, withoutSmall(model.terms, to(highest.x)));
  let iterations = [...along.flatMap(({ profile }) => profile), ...ends, maximum].reduce(
    (sum, each) => sum + each.iterations,
    0,
  );
  for (let escapes = 0; escapes < MAX_ESCAPES; escapes++) {
    const next = beyondSaddle(exact, maximum) ?? awayFromZero(model.terms, exact, maximum);
    if (next === null) break;
    iterations += next.iterations;
    if (next.value > maximum.value - 1e-9) break;
    maximum = next;
  }
  const free = insideBounds(model.terms, maximum, box);
  return {
    ...maximum,
    free,
    iterations,
    starts: all.length + along.reduce((sum, { profile }) => sum + profile.length, 0),
    isIdentified: flat.length === 0 && leastCurvature({ ...maximum, free }).value > 0,
  };
}

const MAX_ESCAPES = 5;
const NOWHERE: Effort = { slope: Number.POSITIVE_INFINITY, iterations: 0 };

function withoutVariance(terms: readonly RandomTerm[], theta: Float64Array): Float64Array {
  const kinds = terms.flatMap(({ parameters }) => parameters.map(({ kind }) => kind));
  return theta.map((each, i) => (kinds[i] === "variance" || kinds[i] === "standard deviation" ? 0 : each));
}

/** In the units of the search, in which sampling variances are around 1. */
const SMALL = 1e-8;

/** Standard deviations that a search has brought close to 0, as 0. */
function withoutSmall(terms: readonly RandomTerm[], theta: Float64Array): Float64Array {
  const parameters = terms.flatMap((term) => term.parameters);
  return theta.map((value, i) => (parameters[i]!.kind === "standard deviation" && value < SMALL ? 0 : value));
}

/** A higher point found along the direction of rising likelihood that a saddle point has, to both sides; null at others. */
function beyondSaddle(exact: Search, at: BoxedMinimum): BoxedMinimum | null {
  const { value, direction } = leastCurvature(at);
  if (value > -1e-6) return null;
  let best: BoxedMinimum | null = null;
  for (const step of [-0.3, -0.03, 0.03, 0.3]) {
    const start = at.x.map((each, i) => each + step * direction[i]!);
    const found = settle(exact, start);
    if (best === null || found.value < best.value) best = found;
  }
  return best;
}

/** The least second derivative along free parameters, in parts of the largest, and its direction. */
function leastCurvature({ x, hessian, free }: BoxedMinimum): {
  readonly value: number;
  readonly direction: Float64Array;
} {
  const n = free.length;
  const direction = new Float64Array(x.length);
  if (n === 0) return { value: 1, direction };
  const { values, vectors } = symmetricEigen(submatrix(hessian, x.length, free), n);
  for (const [i, place] of free.entries()) direction[place] = vectors[n - 1]![i]!;
  return { value: values[n - 1]! / Math.max(1e-300, Math.abs(values[0]!)), direction };
}
