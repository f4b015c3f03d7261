import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";
import { sdOfChange } from "./sdOfChange.js";

/** A standard deviation of change with the correlation it supposes. */
export interface SweptSd extends Converted {
  readonly r: number;
}

const CORRELATIONS: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * The standard deviation of change under every one of some correlations of baseline and final values: how much rests on
 * an assumed correlation.
 *
 * @param spreads Standard deviations at baseline (sd1) and at the end (sd2).
 * @param correlations 0, 0.1, … 0.9 unless given.
 *
 * Throws `NOT_A_VALID_NUMBER` and `OUT_OF_RANGE`. Cochrane Handbook 6.5.2.8.
 *
 * @example
 * import { sdOfChangeSweep } from "@acumeta/core";
 * sdOfChangeSweep({ sd1: 2.95, sd2: 2.09 }, [0.5, 0.7]).map(({ r, value }) => [r, value]);
 * // => [[0.5, 2.6277557], [0.7, 2.1068697]]
 */
export function sdOfChangeSweep(
  { sd1, sd2 }: { readonly sd1: number; readonly sd2: number },
  correlations: readonly number[] = CORRELATIONS,
): readonly SweptSd[] {
  return freeze(correlations.map((r) => ({ r, ...sdOfChange({ sd1, sd2, r }) })));
}
