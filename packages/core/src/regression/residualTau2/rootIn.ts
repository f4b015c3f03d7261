import type { Root } from "../../numerics/findRoot.js";
import type { Fall } from "./signChanges.js";

interface Point {
  readonly x: number;
  readonly f: number;
}

const MAX_ITERATIONS = 100;

/** A step that is smaller in parts of x is the last: what it leaves is of the size of its product with the two before it. */
const LAST_STEP = 1e-7;

/**
 * The root of a smooth function within an interval at whose ends its signs differ (their values may be rough): by the inverse
 * parabola through the last three points, by halving the interval where that leads out of it or does not halve the step.
 *
 * Brent 1973, Algorithms for Minimization without Derivatives, ch. 4.
 */
export function rootIn(f: (x: number) => number, { from, to, atFrom, atTo }: Fall): Root {
  let low: Point = { x: from, f: atFrom };
  let high: Point = { x: to, f: atTo };
  const points = [low, high];
  let step = 2 * (to - from);
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const last = points.at(-1)!;
    const found = interpolated(points.slice(-3));
    const isSafe = found > low.x && found < high.x && Math.abs(found - last.x) < 0.5 * step;
    const x = isSafe ? found : 0.5 * (low.x + high.x);
    step = Math.abs(x - last.x);
    const isLast = isSafe && points.length > 4 && step <= LAST_STEP * x;
    if (isLast || x === low.x || x === high.x) return { x, iterations, converged: true };
    const next = { x, f: f(x) };
    if (next.f === 0) return { x, iterations, converged: true };
    if (next.f > 0) low = next;
    else high = next;
    points.push(next);
  }
  return { x: points.at(-1)!.x, iterations: MAX_ITERATIONS, converged: false };
}

/** Where x as a polynomial of f through the points is at f = 0, by Neville's method. */
function interpolated(points: readonly Point[]): number {
  let at = points.map(({ x }) => x);
  for (let gap = 1; gap < points.length; gap++)
    at = at.slice(1).map((right, i) => {
      const [f0, f1] = [points[i]!.f, points[i + gap]!.f];
      return (f1 * at[i]! - f0 * right) / (f1 - f0);
    });
  return at[0]!;
}
