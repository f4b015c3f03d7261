import { dot } from "../linear/products.js";

/** A minimum and how it was reached. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Largest |∂f/∂xᵢ| · max(1, |xᵢ|) / max(1, |f|) at the end. */
  readonly gradient: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 500;
const CUBE_ROOT_OF_EPSILON = 6.06e-6;

/**
 * A local minimum of a smooth function of a few variables by the quasi-Newton method of Broyden, Fletcher, Goldfarb and
 * Shanno with a backtracking line search; the gradient by central differences unless given. A function may return
 * Infinity where it is not defined: the search turns back from there.
 *
 * Nocedal & Wright 2006, Numerical Optimization, 2nd ed., alg. 6.1 and 3.1.
 */
export function minimise(
  f: (x: Float64Array) => number,
  start: readonly number[] | Float64Array,
  {
    gradient = centralGradient(f),
    tolerance = 1e-9,
  }: { gradient?: (x: Float64Array) => Float64Array; tolerance?: number } = {},
): Minimum {
  const n = start.length;
  let x = Float64Array.from(start);
  let value = f(x);
  let slope = gradient(x);
  let inverse = identity(n);
  let fresh = true;
  for (let iterations = 0; iterations < MAX_ITERATIONS; iterations++) {
    const size = relativeSize(slope, x, value);
    if (size <= tolerance) return { x, value, gradient: size, iterations, converged: true };
    let direction = times(inverse, slope, n);
    if (dot(direction, slope) >= 0) {
      inverse = identity(n);
      direction = times(inverse, slope, n);
    }
    const next = backtrack(f, x, value, direction, dot(direction, slope));
    if (next === null) {
      if (fresh) return { x, value, gradient: size, iterations, converged: size <= Math.sqrt(tolerance) };
      inverse = identity(n);
      fresh = true;
      continue;
    }
    const nextSlope = gradient(next.x);
    const moved = difference(next.x, x);
    const turned = difference(nextSlope, slope);
    const curvature = dot(moved, turned);
    if (curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
      if (fresh) scale(inverse, curvature / dot(turned, turned));
      update(inverse, moved, turned, curvature);
      fresh = false;
    }
    x = next.x;
    value = next.value;
    slope = nextSlope;
  }
  return { x, value, gradient: relativeSize(slope, x, value), iterations: MAX_ITERATIONS, converged: false };
}

/** Central differences, at a step that balances rounding and curvature. */
export function centralGradient(f: (x: Float64Array) => number): (x: Float64Array) => Float64Array {
  return (x) => {
    const at = Float64Array.from(x);
    return Float64Array.from(x, (value, i) => {
      const h = CUBE_ROOT_OF_EPSILON * Math.max(1, Math.abs(value));
      at[i] = value + h;
      const above = f(at);
      at[i] = value - h;
      const below = f(at);
      at[i] = value;
      return (above - below) / (2 * h);
    });
  };
}

/** Halves the step until the function falls enough (Armijo); null where it falls nowhere along the direction. */
function backtrack(
  f: (x: Float64Array) => number,
  x: Float64Array,
  value: number,
  direction: Float64Array,
  slope: number,
) {
  for (let step = 1; step > 1e-14; step *= 0.5) {
    const at = x.map((each, i) => each + step * direction[i]!);
    const there = f(at);
    if (there <= value + 1e-4 * step * slope) return { x: at, value: there };
  }
  return null;
}

function relativeSize(slope: Float64Array, x: Float64Array, value: number): number {
  let largest = 0;
  for (const [i, each] of slope.entries()) largest = Math.max(largest, Math.abs(each) * Math.max(1, Math.abs(x[i]!)));
  return largest / Math.max(1, Math.abs(value));
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

/** −H g */
function times(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i]! -= matrix[i * n + j]! * vector[j]!;
  return out;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((each, i) => each - b[i]!);
}

function scale(matrix: Float64Array, factor: number): void {
  for (let i = 0; i < matrix.length; i++) matrix[i]! *= factor;
}

/** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ with ρ = 1/sᵀy. */
function update(inverse: Float64Array, s: Float64Array, y: Float64Array, curvature: number): void {
  const n = s.length;
  const Hy = times(inverse, y, n).map((each) => -each);
  const factor = (1 + dot(y, Hy) / curvature) / curvature;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      inverse[i * n + j]! += factor * s[i]! * s[j]! - (Hy[i]! * s[j]! + s[i]! * Hy[j]!) / curvature;
}
