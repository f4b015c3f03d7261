import { check } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";

/**
 * The positive t statistic of an F statistic with 1 numerator degree of freedom, √F; give it the sign of the difference.
 * F of more than two groups has no t.
 *
 * Throws `NOT_A_VALID_NUMBER`. Cochrane Handbook 6.5.2.3.
 *
 * @example
 * import { smdFromT, tFromF } from "@acumeta/core";
 * smdFromT({ t: tFromF({ F: 4 }).value, n1: 50, n2: 34 }).yi; // => 0.44049439
 */
export function tFromF({ F }: { readonly F: number }): Converted {
  check({ F }, (value) => value >= 0 && Number.isFinite(value), "a number not below 0");
  return freeze({ value: Math.sqrt(F), rule: "t from F with 1 numerator df" });
}
