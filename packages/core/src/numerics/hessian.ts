/**
 * The matrix of second derivatives of a smooth function, by central differences refined by Richardson's extrapolation
 * (error of order h⁴); row by row in one array.
 *
 * Ridders 1982, Advances in Engineering Software 4:75-76.
 */
export function hessian(f: (x: Float64Array) => number, x: Float64Array): Float64Array {
  const n = x.length;
  const steps = x.map((value) => 1e-3 * Math.max(1, Math.abs(value)));
  const out = new Float64Array(n * n);
  const middle = f(x);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const coarse = second(f, x, middle, { i, j, hi: steps[i]!, hj: steps[j]! });
      const fine = second(f, x, middle, { i, j, hi: steps[i]! / 2, hj: steps[j]! / 2 });
      out[i * n + j] = (4 * fine - coarse) / 3;
      out[j * n + i] = out[i * n + j]!;
    }
  return out;
}

function second(
  f: (x: Float64Array) => number,
  x: Float64Array,
  middle: number,
  { i, j, hi, hj }: { i: number; j: number; hi: number; hj: number },
): number {
  const at = (di: number, dj: number) => {
    const moved = Float64Array.from(x);
    moved[i]! += di;
    moved[j]! += dj;
    return f(moved);
  };
  if (i === j) return (at(hi, 0) - 2 * middle + at(-hi, 0)) / (hi * hi);
  return (at(hi, hj) - at(hi, -hj) - at(-hi, hj) + at(-hi, -hj)) / (4 * hi * hj);
}

/** The step of the differences of a gradient, in parts of a variable or of 1. */
export const STEP = 1e-5;

/** The same from a function's gradient, by its central differences. */
export function hessianOfGradient(gradient: (x: Float64Array) => Float64Array, x: Float64Array): Float64Array {
  const n = x.length;
  const out = new Float64Array(n * n);
  const at = Float64Array.from(x);
  for (let i = 0; i < n; i++) {
    const value = x[i]!;
    const h = STEP * Math.max(1, Math.abs(value));
    at[i] = value + h;
    const above = gradient(at);
    at[i] = value - h;
    const below = gradient(at);
    at[i] = value;
    for (let j = 0; j < n; j++) {
      const half = (above[j]! - below[j]!) / (4 * h);
      out[i * n + j]! += half;
      out[j * n + i]! += half;
    }
  }
  return out;
}
