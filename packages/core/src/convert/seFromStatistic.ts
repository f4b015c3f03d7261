import { check, finite, representable } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";

/**
 * Standard error from a z or t statistic: estimate/statistic.
 *
 * Throws `NOT_A_VALID_NUMBER` (a statistic of 0 or of the other sign), `ESTIMATE_IS_ZERO` and `OUT_OF_RANGE`.
 * Cochrane Handbook 6.5.2.3.
 *
 * @example
 * import { seFromStatistic } from "@acumeta/core";
 * seFromStatistic({ estimate: -0.2005, statistic: -0.401 }).value; // => 0.5
 */
export function seFromStatistic({ estimate, statistic }: { estimate: number; statistic: number }): Converted {
  finite({ estimate, statistic });
  if (estimate === 0) throw metaError(messages.estimateIsZero());
  check({ statistic }, (value) => value * estimate > 0, "a statistic other than 0, of the estimate's sign");
  const value = estimate / statistic;
  representable({ se: value });
  return freeze({ value, rule: "SE from the test statistic" });
}
