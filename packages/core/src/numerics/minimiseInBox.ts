import { cholesky, choleskySolve } from "../linear/cholesky.js";
import { submatrix } from "../linear/submatrix.js";

/** A function at a point, with its slope and its symmetric matrix of second derivatives, row by row. */
export interface Curved {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** Lower and upper bounds of each variable; a fixed variable has both the same. */
export interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** A minimum in a box and how it was reached. */
export interface BoxedMinimum extends Curved {
  readonly x: Float64Array;
  /** Indices of the variables that are not held at a bound. */
  readonly free: readonly number[];
  /** Largest |∂f/∂xᵢ|/√(∂²f/∂xᵢ²) of the free variables: of minus a log-likelihood, per standard error. */
  readonly slope: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A search on its way. */
export type BoxedPoint = Omit<BoxedMinimum, "converged">;

const MAX_ITERATIONS = 200;
const TOLERANCE = 1e-5;

/**
 * A local minimum of a smooth function within bounds, by Newton's method on the variables that are not held at a bound:
 * a variable is held where the function falls only outwards. The matrix of second derivatives is made positive definite
 * by a multiple of its diagonal; steps are cut at the bounds and halved until the function falls. `isEnough` ends a search
 * before that. Where the function is not defined it is null or Infinity, and the search turns back; a search that starts
 * there ends there, with a slope of Infinity and no derivatives (NaN), and has not converged.
 *
 * Bertsekas 1982, SIAM Journal on Control and Optimization 20:221-246.
 */
export function minimiseInBox(
  evaluate: (x: Float64Array) => Curved | null,
  start: Float64Array,
  box: Box,
  isEnough: (point: BoxedPoint) => boolean = () => false,
): BoxedMinimum {
  let x: Float64Array = start.map((value, i) => inside(value, i, box));
  const first = evaluate(x);
  if (first === null) return undefinedAt(x);
  let here = first;
  let polished = 0;
  for (let iterations = 0; ; iterations++) {
    const free = indices(x).filter((i) => !isHeld(x[i]!, here.gradient[i]!, i, box));
    const slope = scaledSlope(here, free);
    const point: BoxedPoint = { ...here, x, free, slope, iterations };
    const finish = (converged: boolean): BoxedMinimum => ({ ...point, converged });
    if (!Number.isFinite(here.value)) return finish(false);
    if (free.length === 0 || polished === 2 || isEnough(point)) return finish(slope <= TOLERANCE);
    if (iterations === MAX_ITERATIONS) return finish(slope <= TOLERANCE);
    const { direction, fall } = newton(here, x, free, box);
    if (fall <= 1e-10 * (1 + Math.abs(here.value))) polished += 1;
    const next = descend(evaluate, { x, here, direction, fall }, box);
    if (next === null) return finish(slope <= TOLERANCE);
    x = next.x;
    here = next.there;
  }
}

function undefinedAt(x: Float64Array): BoxedMinimum {
  const n = x.length;
  const unknown = { gradient: new Float64Array(n).fill(Number.NaN), hessian: new Float64Array(n * n).fill(Number.NaN) };
  return { x, value: Infinity, ...unknown, free: [], slope: Infinity, iterations: 0, converged: false };
}

function inside(value: number, i: number, { lower, upper }: Box): number {
  return Math.min(Math.max(value, lower[i]!), upper[i]!);
}

function indices(x: Float64Array): number[] {
  return Array.from(x, (_, i) => i);
}

function isHeld(value: number, slope: number, i: number, { lower, upper }: Box): boolean {
  return lower[i] === upper[i] || (value <= lower[i]! && slope > 0) || (value >= upper[i]! && slope < 0);
}

function scaledSlope({ gradient, hessian }: Curved, free: readonly number[]): number {
  let largest = 0;
  for (const i of free) {
    const curvature = hessian[i * gradient.length + i]!;
    largest = Math.max(largest, Math.abs(gradient[i]!) / (curvature > 0 ? Math.sqrt(curvature) : 1));
  }
  return largest;
}

/** The Newton step of the free variables, without those at a bound that it would push outwards; `fall` is −gᵀd. */
function newton(
  here: Curved,
  x: Float64Array,
  free: readonly number[],
  box: Box,
): { readonly direction: Float64Array; readonly fall: number } {
  const step = solve(here, free);
  const staying = free.filter(
    (i, at) => !((x[i]! <= box.lower[i]! && step[at]! < 0) || (x[i]! >= box.upper[i]! && step[at]! > 0)),
  );
  if (staying.length < free.length && staying.length > 0) return newton(here, x, staying, box);
  const direction = new Float64Array(x.length);
  let fall = 0;
  for (const [at, i] of free.entries()) {
    direction[i] = step[at]!;
    fall -= here.gradient[i]! * step[at]!;
  }
  return { direction, fall };
}

/** −(H + λ diag|H|)⁻¹ g of some variables, with the least λ of 0, 10⁻³, 10⁻², … that makes the matrix positive definite. */
function solve({ gradient, hessian }: Curved, free: readonly number[]): Float64Array {
  const m = free.length;
  const n = gradient.length;
  const downhill = Float64Array.from(free, (i) => -gradient[i]!);
  for (let damping = 0; damping < 1e12; damping = damping === 0 ? 1e-3 : 10 * damping) {
    const matrix = submatrix(hessian, n, free);
    for (let i = 0; i < m; i++) matrix[i * m + i]! += damping * Math.max(Math.abs(matrix[i * m + i]!), 1e-8);
    const L = cholesky(matrix, m);
    if (L !== null) return choleskySolve(L, downhill);
  }
  return downhill;
}

/** Halves the step, cut at the bounds, until the function falls enough; null where it falls nowhere. */
function descend(
  evaluate: (x: Float64Array) => Curved | null,
  { x, here, direction, fall }: { x: Float64Array; here: Curved; direction: Float64Array; fall: number },
  box: Box,
): { readonly x: Float64Array; readonly there: Curved } | null {
  const noise = 1e-13 * (1 + Math.abs(here.value));
  for (let step = 1; step > 1e-12; step *= 0.5) {
    const at = x.map((value, i) => inside(value + step * direction[i]!, i, box));
    const there = evaluate(at);
    if (there !== null && there.value <= here.value - 1e-4 * step * fall + noise) return { x: at, there };
  }
  return null;
}
