import type { MixedMaximum } from "../../sparse/mixed/maximiseMixed.js";
import { likelihoodRatio } from "../../sparse/mixed/termVariances.js";
import type { simulator } from "./simulator.js";

interface Wanted {
  readonly term: number;
  readonly draws: number;
  readonly critical: number;
  readonly power: number;
  /** A standard deviation near which to begin. */
  readonly scale: number;
}

/** In parts of the scale at which the search begins. */
const LARGEST = 1000;

/** Ends the search: the standard deviation, in parts of itself. */
const CLOSE = 0.01;

/**
 * The standard deviation of a term at which the share of draws whose ratio exceeds the critical one is the power; null where none
 * has it, since the term can hardly be told from differences between rows.
 */
export function detectable(
  simulate: ReturnType<typeof simulator>,
  { theta }: MixedMaximum,
  { term, draws, critical, power, scale }: Wanted,
): number | null {
  const hasPower = (sigma: number) => {
    const at = theta.map((each, i) => (i === 1 + term ? sigma ** 2 : each));
    let found = 0;
    for (let draw = 0; draw < draws; draw++) {
      if (likelihoodRatio(simulate(draw, at).maxima(), term) > critical) found += 1;
      if (found >= power * draws) return true;
      if (found + draws - 1 - draw < power * draws) return false;
    }
    return false;
  };
  let [below, above] = [scale, scale];
  while (!hasPower(above)) {
    if (above > LARGEST * scale) return null;
    [below, above] = [above, 2 * above];
  }
  while (below === above || hasPower(below)) [below, above] = [below / 2, below];
  while (above / below - 1 > CLOSE) {
    const middle = Math.sqrt(below * above);
    if (hasPower(middle)) above = middle;
    else below = middle;
  }
  return Math.sqrt(below * above);
}
