import { checkProportion, type Proportion } from "../effects/counts.js";
import { checkLevel, positiveCount } from "../errors/check.js";
import { betaQuantile } from "../numerics/beta.js";
import { freeze } from "../numerics/freeze.js";
import type { Bounds } from "../pool/result.js";

/**
 * Exact (Clopper-Pearson) interval of a proportion, from `a` events among `n` patients: the values that neither
 * one-sided test refuses at (1 − level)/2. It covers at least `level`.
 * With no event the upper limit is 1 − ((1 − level)/2)^(1/n).
 *
 * Throws `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `LEVEL_OUT_OF_RANGE`.
 * Clopper & Pearson 1934, Biometrika 26:404-413.
 *
 * @example
 * import { exactProportionInterval } from "@acumeta/core";
 * exactProportionInterval({ a: 0, n: 100 }).upper; // => 0.03622
 * exactProportionInterval({ a: 3, n: 20 }).lower; // => 0.0321
 */
export function exactProportionInterval(
  { a, n }: Proportion,
  { level = 0.95 }: { readonly level?: number } = {},
): Bounds {
  checkLevel(level);
  checkProportion({ a, n });
  const tail = (1 - level) / 2;
  const lower = a === 0 ? 0 : a === n ? tail ** (1 / n) : betaQuantile(tail, { a, b: n - a + 1 });
  const upper =
    a === n ? 1 : a === 0 ? -Math.expm1(Math.log(tail) / n) : betaQuantile(1 - tail, { a: a + 1, b: n - a });
  return freeze({ lower, upper, level, method: "Clopper-Pearson" });
}

/**
 * The largest risk that no event among `n` patients leaves open at a one-sided `level`: exactly 1 − (1 − level)^(1/n),
 * and in the head −ln(1 − level)/n, at 95 % 3/n.
 *
 * Throws `NOT_A_VALID_NUMBER`, `LEVEL_OUT_OF_RANGE`.
 * Hanley & Lippman-Hand 1983, JAMA 249:1743-1745.
 *
 * @example
 * import { ruleOfThree } from "@acumeta/core";
 * ruleOfThree(300).exact; // => 0.009936
 * ruleOfThree(300).approximate; // => 0.009986
 */
export function ruleOfThree(
  n: number,
  { level = 0.95 }: { readonly level?: number } = {},
): { readonly exact: number; readonly approximate: number; readonly level: number } {
  checkLevel(level);
  positiveCount({ n });
  const perPatient = -Math.log1p(-level) / n;
  return freeze({ exact: -Math.expm1(-perPatient), approximate: Math.min(1, perPatient), level });
}
