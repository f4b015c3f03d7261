import { check, representable } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";
import { type ReportedCi, seFromCi } from "./seFromCi.js";

/** The confidence interval of one group's mean. */
export interface ReportedMeanCi extends Omit<ReportedCi, "df"> {
  readonly n: number;
  /** Distribution the interval was made with: "t" (n − 1 df) unless given, or "z", as is usual in large groups. */
  readonly distribution?: "t" | "z";
}

/**
 * Standard deviation of patients from the confidence interval of their mean: √n (upper − lower)/(2 t).
 *
 * Throws `BOUNDS_REVERSED`, `LEVEL_OUT_OF_RANGE`, `NOT_A_VALID_NUMBER` (n below 2), `OUT_OF_RANGE`.
 * Cochrane Handbook 6.5.2.2.
 *
 * @example
 * import { sdFromCi } from "@acumeta/core";
 * sdFromCi({ lower: 19.231864, upper: 21.228136, n: 36 }).value; // => 2.95
 */
export function sdFromCi({ n, distribution = "t", ...ci }: ReportedMeanCi): Converted {
  check({ n }, (value) => value >= 2 && Number.isFinite(value), "a number of patients, at least 2");
  const se = seFromCi(distribution === "t" ? { ...ci, df: n - 1 } : ci);
  const value = se.value * Math.sqrt(n);
  representable({ sd: value });
  return freeze({ value, rule: `SD from n and ${se.rule}` });
}
