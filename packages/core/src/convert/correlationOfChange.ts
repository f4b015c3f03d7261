import { check, positive, representable } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";

/**
 * Correlation of baseline and final values, from a trial that prints all three standard deviations, for trials that do
 * not: r = (sd₁² + sd₂² − sd²)/(2 sd₁ sd₂), sd that of the change.
 *
 * Throws `NOT_A_VALID_NUMBER` (also where no correlation gives these three) and `OUT_OF_RANGE`.
 * Cochrane Handbook 6.5.2.8.
 *
 * @example
 * import { correlationOfChange } from "@acumeta/core";
 * correlationOfChange({ sd1: 2.95, sd2: 2.09, sdChange: 2.3292445 }).value; // => 0.62
 */
export function correlationOfChange({
  sd1,
  sd2,
  sdChange,
}: {
  readonly sd1: number;
  readonly sd2: number;
  readonly sdChange: number;
}): Converted {
  positive({ sd1, sd2 });
  check({ sdChange }, (sd) => sd >= 0 && Number.isFinite(sd), "a number not below 0");
  const r = (sd1 ** 2 + sd2 ** 2 - sdChange ** 2) / (2 * sd1 * sd2);
  representable({ r });
  check(
    { "the correlation of sd1, sd2 and sdChange": r },
    (value) => value >= -1 && value <= 1,
    "one between -1 and 1",
  );
  return freeze({ value: r, rule: "correlation from the SDs of baseline, end and change" });
}
