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

const STEP = 1e-5;

/**
 * The same from a function's gradient, by its central differences; by those to one side where the gradient is null on the
 * other. null where it is so on both. `steps` are 10⁻⁵ of each variable, or of 1, unless given.
 */
export function hessianOfGradient(
  gradient: (x: Float64Array) => Float64Array,
  x: Float64Array,
  steps?: Float64Array,
): Float64Array;
export function hessianOfGradient(
  gradient: (x: Float64Array) => Float64Array | null,
  x: Float64Array,
  steps?: Float64Array,
): Float64Array | null;
export function hessianOfGradient(
  gradient: (x: Float64Array) => Float64Array | null,
  x: Float64Array,
  steps: Float64Array = x.map((value) => STEP * Math.max(1, Math.abs(value))),
): Float64Array | null {
  const n = x.length;
  const out = new Float64Array(n * n);
  const at = Float64Array.from(x);
  for (let i = 0; i < n; i++) {
    const h = steps[i]!;
    at[i] = x[i]! + h;
    const above = gradient(at);
    at[i] = x[i]! - h;
    const below = gradient(at);
    at[i] = x[i]!;
    const middle = above === null || below === null ? gradient(at) : null;
    const [to, from] = [above ?? middle, below ?? middle];
    if (to === null || from === null || to === from) return null;
    const distance = (above === null ? 0 : h) + (below === null ? 0 : h);
    for (let j = 0; j < n; j++) {
      const half = (to[j]! - from[j]!) / (2 * distance);
      out[i * n + j]! += half;
      out[j * n + i]! += half;
    }
  }
  return out;
}
