import { positive, positiveCount, representable } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";

/**
 * Standard deviation of patients from the standard error of their mean: se √n.
 *
 * Throws `NOT_A_VALID_NUMBER` and `OUT_OF_RANGE`. Cochrane Handbook 6.5.2.2.
 *
 * @example
 * import { sdFromSe } from "@acumeta/core";
 * sdFromSe({ se: 0.5, n: 36 }).value; // => 3
 */
export function sdFromSe({ se, n }: { se: number; n: number }): Converted {
  positive({ se });
  positiveCount({ n });
  const value = se * Math.sqrt(n);
  representable({ sd: value });
  return freeze({ value, rule: "SD from SE and n" });
}
