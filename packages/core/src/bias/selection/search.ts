import { type Box, type BoxedMinimum, type Curved, minimiseInBox } from "../../numerics/minimiseInBox.js";

/** The lowest of the minima found from several starts. */
export interface Search {
  readonly best: BoxedMinimum;
  readonly starts: number;
}

/** Selection models may have several maxima, so that a search from one start is not enough. */
export function search(
  evaluate: (theta: Float64Array) => Curved,
  starts: readonly (readonly number[] | Float64Array)[],
  box: Box,
): Search {
  const found = starts.map((start) => minimiseInBox(evaluate, Float64Array.from(start), box));
  const best = found.reduce((lowest, each) => (isLower(each, lowest) ? each : lowest));
  return { best, starts: starts.length };
}

/** Lower beyond rounding, or as low and settled where the other is not. */
function isLower(a: BoxedMinimum, b: BoxedMinimum): boolean {
  if (!Number.isFinite(b.value)) return a.value < b.value;
  const noise = 1e-10 * (1 + Math.abs(b.value));
  return a.value < b.value - noise || (a.value < b.value + noise && a.converged && !b.converged);
}
