const MAX_ITERATIONS = 200;
const TOLERANCE = 1e-11;
/** A root farther out is taken to be at infinity. */
const FARTHEST = 100;

/**
 * The root of a decreasing function: Newton's step first, by a slope that need not be exact, then secants, and
 * bisection where a step leaves what is known to bracket the root. Never farther out than ±100.
 *
 * Dennis & Schnabel 1983, Numerical Methods for Unconstrained Optimization, ch. 2.
 */
export function decreasingRoot(
  f: (x: number) => number,
  start: number,
  { slope, atStart = f(start) }: { slope: number; atStart?: number },
): number {
  let [lower, upper] = [-Infinity, Infinity];
  let [x, value] = [start, atStart];
  let rate = slope;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    if (value === 0) return x;
    if (value > 0) lower = x;
    else upper = x;
    const reach = 2 + Math.abs(x);
    const wanted = Math.max(-reach, Math.min(reach, -value / rate));
    if (Math.abs(wanted) <= TOLERANCE * Math.max(1, Math.abs(x))) return x + wanted;
    const next = x + wanted > lower && x + wanted < upper ? x + wanted : lower + (upper - lower) / 2;
    if (Math.abs(next) > FARTHEST) return Math.sign(next) * FARTHEST;
    const step = next - x;
    if (step === 0) return x;
    const there = f(next);
    const secant = (there - value) / step;
    if (secant < 0) rate = secant;
    [x, value] = [next, there];
  }
  return x;
}
