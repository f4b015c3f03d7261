import { check, representable } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";

/**
 * Standard deviation of the change from baseline: √(sd₁² + sd₂² − 2 r sd₁ sd₂), r the correlation of baseline and
 * final values (rarely printed: an assumption to vary).
 *
 * Throws `NOT_A_VALID_NUMBER` (a negative sd, r outside [−1, 1]) and `OUT_OF_RANGE`. Cochrane Handbook 6.5.2.8.
 *
 * @example
 * import { sdOfChange } from "@acumeta/core";
 * sdOfChange({ sd1: 2.95, sd2: 2.09, r: 0.62 }).value; // => 2.3292445
 */
export function sdOfChange({ sd1, sd2, r }: { sd1: number; sd2: number; r: number }): Converted {
  check({ sd1, sd2 }, (sd) => sd >= 0 && Number.isFinite(sd), "a number not below 0");
  check({ r }, (value) => value >= -1 && value <= 1, "a correlation between -1 and 1");
  const value = Math.sqrt((sd1 - sd2) ** 2 + 2 * (1 - r) * sd1 * sd2);
  representable({ sd: value });
  return freeze({ value, rule: `SD of change, correlation ${r}` });
}
