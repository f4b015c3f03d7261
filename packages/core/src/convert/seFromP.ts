import { check, finite, positive, representable } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { normalQuantile } from "../numerics/normal.js";
import { tQuantile } from "../numerics/studentT.js";
import type { Converted } from "./converted.js";

/**
 * Standard error from a two-sided p value: |estimate|/z, or t for z where `df` is given.
 *
 * @param reported The estimate (of a ratio its logarithm), its exact two-sided p value, and for a t test its df.
 *
 * Throws `NOT_A_VALID_NUMBER` (p outside (0, 1)), `ESTIMATE_IS_ZERO` and `OUT_OF_RANGE`.
 * Cochrane Handbook 6.3.2, 6.5.2.3.
 *
 * @example
 * import { seFromP } from "@acumeta/core";
 * seFromP({ estimate: -0.2005, p: 0.68842 }).value; // => 0.5
 */
export function seFromP({ estimate, p, df }: { estimate: number; p: number; df?: number }): Converted {
  finite({ estimate });
  if (estimate === 0) throw metaError(messages.estimateIsZero());
  const statistic = tFromP({ p, ...(df === undefined ? {} : { df }) });
  const distribution = df === undefined ? "normal" : `t, ${df} df`;
  const value = Math.abs(estimate) / statistic.value;
  representable({ se: value });
  return freeze({ value, rule: `SE from p value (${distribution})` });
}

/**
 * The positive t statistic (or z, without `df`) of a two-sided p value; give it the sign of the difference.
 *
 * Throws `NOT_A_VALID_NUMBER` (p outside (0, 1), df not above 0) and `OUT_OF_RANGE`. Cochrane Handbook 6.5.2.3.
 *
 * @example
 * import { tFromP } from "@acumeta/core";
 * tFromP({ p: 0.05, df: 10 }).value; // => 2.228139
 */
export function tFromP({ p, df }: { p: number; df?: number }): Converted {
  check({ p }, (value) => value > 0 && value < 1, "a p value between 0 and 1");
  if (df !== undefined) positive({ df });
  const value = df === undefined ? -normalQuantile(p / 2) : -tQuantile(p / 2, df);
  representable({ statistic: value });
  return freeze({ value, rule: `${df === undefined ? "z" : "t"} from two-sided p value` });
}
