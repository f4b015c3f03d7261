/** A root and how it was reached. */
export interface Root {
  readonly x: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 200;

/**
 * The root of a continuous function between two points at which its signs differ, by Brent's method: inverse quadratic
 * or linear interpolation where it is safe, bisection where not; to full double precision, or to `tolerance` of the
 * larger end of the bracket.
 *
 * Brent 1973, Algorithms for Minimization without Derivatives, ch. 4.
 */
export function findRoot(
  f: (x: number) => number,
  [start, end]: readonly [number, number],
  { tolerance = 0, atStart = f(start), atEnd = f(end) }: { tolerance?: number; atStart?: number; atEnd?: number } = {},
): Root {
  const floor = tolerance * Math.max(Math.abs(start), Math.abs(end));
  let [a, fa] = [start, atStart];
  let [b, fb] = [end, atEnd];
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  for (let iterations = 0; iterations < MAX_ITERATIONS; iterations++) {
    if (Math.abs(fc) < Math.abs(fb)) [a, fa, b, fb, c, fc] = [b, fb, c, fc, b, fb];
    const nearest = 2 * Number.EPSILON * Math.abs(b) + 0.5 * floor;
    const half = 0.5 * (c - b);
    if (fb === 0 || Math.abs(half) <= nearest) return { x: b, iterations, converged: true };
    const interpolated =
      Math.abs(before) >= nearest && Math.abs(fa) > Math.abs(fb) ? interpolate(a, fa, b, fb, c, fc) : half;
    const safe =
      interpolated * half > 0 && Math.abs(interpolated) < Math.min(1.5 * Math.abs(half), 0.5 * Math.abs(before));
    before = safe ? step : half;
    step = safe ? interpolated : half;
    [a, fa] = [b, fb];
    b += Math.abs(step) > nearest ? step : Math.sign(half) * nearest;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      before = step;
    }
  }
  return { x: b, iterations: MAX_ITERATIONS, converged: false };
}

/** The step from b to where the parabola x(f) through three points, or the line through two, meets f = 0. */
function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return (-(c - b) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return p / -((q - 1) * (r - 1) * (s - 1));
}
