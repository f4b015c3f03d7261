import betainc from "@stdlib/math-base-special-betainc";
import gammaDeltaRatio from "@stdlib/math-base-special-gamma-delta-ratio";
import { positive, probability } from "../errors/check.js";
import { invertLogTail, type LogTail } from "./invertLogTail.js";
import { normalQuantile, type Tail } from "./normal.js";

/**
 * P(T ≤ t) of Student's t distribution with `df` degrees of freedom, or P(T > t) with `upper`;
 * by the incomplete beta function, on the side where it does not cancel. Throws `NOT_A_VALID_NUMBER` for df ≤ 0.
 *
 * @example
 * import { tCdf } from "@acumeta/core";
 * tCdf(2.228139, 10); // => 0.975
 */
export function tCdf(t: number, df: number, { upper = false }: Tail = {}): number {
  positive({ df });
  const tail = 0.5 * tTwoSided(t, df);
  return t < 0 === upper ? 1 - tail : tail;
}

/** P(|T| > |t|): the two-sided p value of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  const t2 = t * t;
  if (t2 === Infinity) return Math.exp(logFarTail(Math.abs(t), df));
  if (t2 > df) return betainc(df / (df + t2), df / 2, 0.5, true, false);
  const inside = t2 / (df + t2);
  return t2 < 0.25 ? 1 - betainc(inside, 0.5, df / 2, true, false) : betainc(inside, 0.5, df / 2, true, true);
}

/**
 * The t below which a t variable with `df` degrees of freedom falls with probability p; ±Infinity at p = 1 and 0.
 * Throws `NOT_A_VALID_NUMBER` for p outside [0, 1] or df ≤ 0.
 *
 * @example
 * import { tQuantile } from "@acumeta/core";
 * tQuantile(0.975, 10); // => 2.228139
 */
export function tQuantile(p: number, df: number): number {
  probability({ p });
  positive({ df });
  if (p === 0.5) return 0;
  const sign = p < 0.5 ? -1 : 1;
  const twoSided = 2 * Math.min(p, 1 - p);
  if (twoSided === 0) return sign * Infinity;
  const start = df < 20 ? Math.exp((logFarTail(1, df) - Math.log(twoSided)) / df) : -normalQuantile(twoSided / 2);
  return sign * invertLogTail((t) => logTail(t, df), twoSided, Math.min(start, Number.MAX_VALUE));
}

/** B(df/2, ½) */
const beta = (df: number): number => Math.sqrt(Math.PI) * gammaDeltaRatio(df / 2, 0.5);

/** ln P(|T| > t) where t² is far beyond df: a power of t. */
function logFarTail(t: number, df: number): number {
  return df * (0.5 * Math.log(df) - Math.log(t)) - Math.log((df / 2) * beta(df));
}

/** The tail and its slope; by their asymptote f(t)(t² + df)/(df t), f the density, where the tail is too small for a number. */
function logTail(t: number, df: number): LogTail {
  const t2 = t * t;
  if (t2 === Infinity) return { logP: logFarTail(t, df), slope: -df };
  const logDensity = -0.5 * (df + 1) * Math.log1p(t2 / df) - Math.log(Math.sqrt(df) * beta(df));
  const p = tTwoSided(t, df);
  if (p === 0) return { logP: Math.LN2 + logDensity + Math.log((t2 + df) / (df * t)), slope: (-df * t2) / (t2 + df) };
  return { logP: Math.log(p), slope: -2 * Math.exp(Math.log(t) + logDensity - Math.log(p)) };
}
