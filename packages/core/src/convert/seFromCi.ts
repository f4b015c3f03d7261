import { check, checkLevel, finite, representable } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { criticalValue } from "../numerics/quantileCache.js";
import type { Converted } from "./converted.js";

/** The limits of a confidence interval. */
export interface ReportedCi {
  readonly lower: number;
  readonly upper: number;
  /** 0.95 unless given. */
  readonly level?: number;
  /** Degrees of freedom where the interval used a t distribution; normal unless given. */
  readonly df?: number;
}

/**
 * Standard error from a confidence interval: (upper − lower)/(2 z), or t for z where `df` is given. Of a ratio give the
 * logarithms of the limits.
 *
 * Throws `BOUNDS_REVERSED`, `LEVEL_OUT_OF_RANGE`, `NOT_A_VALID_NUMBER`, `OUT_OF_RANGE`.
 * Cochrane Handbook 6.3.1, 6.5.2.2.
 *
 * @example
 * import { seFromCi } from "@acumeta/core";
 * seFromCi({ lower: Math.log(0.4893), upper: Math.log(1.4828) }).value; // => 0.28284
 */
export function seFromCi({ lower, upper, level = 0.95, df }: ReportedCi): Converted {
  finite({ lower, upper });
  checkLevel(level);
  if (df !== undefined) check({ df }, (value) => value > 0 && Number.isFinite(value), "a number above 0");
  if (!(lower < upper)) throw metaError(messages.boundsReversed({ lower, upper }));
  const distribution = df === undefined ? "normal" : `t, ${df} df`;
  const quantile = criticalValue(level, df ?? null);
  const value = (upper - lower) / (2 * quantile);
  representable({ quantile, se: value });
  return freeze({ value, rule: `SE from ${100 * level} % CI (${distribution})` });
}
