import {
  type Box,
  type BoxedMinimum,
  type BoxedPoint,
  type Curved,
  minimiseInBox,
} from "../../numerics/minimiseInBox.js";

/** What is searched: minus a log-likelihood, within bounds. */
export interface Search {
  readonly evaluate: (theta: Float64Array) => Curved | null;
  readonly box: Box;
}

/** How far a search goes: `slope` per standard error. */
export interface Effort {
  readonly slope: number;
  readonly iterations: number;
}

/** To within 5·10⁻⁵ of a log-likelihood, where that does not take long. */
export const ROUGH: Effort = { slope: 0.01, iterations: 12 };

const THOROUGH: Effort = { slope: 1e-9, iterations: 60 };

/** A local maximum from a start; a search that comes near one that is known, and no higher, ends there. */
export function climb(
  { evaluate, box }: Search,
  start: Float64Array,
  known: readonly BoxedMinimum[],
  effort: Effort = THOROUGH,
): BoxedMinimum {
  return minimiseInBox(
    evaluate,
    start,
    box,
    (point) =>
      point.slope <= effort.slope ||
      point.iterations >= effort.iterations ||
      known.some((each) => isNear(point, each, box)),
  );
}

/** A local maximum from a start, as near as rounding lets it be. */
export function settle({ evaluate, box }: Search, start: Float64Array): BoxedMinimum {
  return minimiseInBox(evaluate, start, box, ({ slope }) => slope <= 1e-9);
}

/** In parts of a standard error, and of the distance between the bounds. */
const NEAR = 0.1;

function isNear(point: BoxedPoint, known: BoxedMinimum, { lower, upper }: Box): boolean {
  if (point.value < known.value - 1e-9) return false;
  const n = point.x.length;
  for (let i = 0; i < n; i++) {
    const apart = Math.abs(point.x[i]! - known.x[i]!);
    const curvature = Math.max(known.hessian[i * n + i]!, point.hessian[i * n + i]!);
    if (apart * Math.sqrt(Math.max(0, curvature)) > NEAR || apart > NEAR * (upper[i]! - lower[i]!)) return false;
  }
  return true;
}
