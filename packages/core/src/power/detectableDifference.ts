import { check, checkLevel, positive } from "../errors/check.js";
import { noncentralTCdf } from "../numerics/noncentralT.js";
import { normalQuantile } from "../numerics/normal.js";
import { tQuantile } from "../numerics/studentT.js";

/** A standard error, the distribution of its test, and how sure one wants to be. */
export interface TestPrecision {
  readonly se: number;
  /** Degrees of freedom; null for the normal distribution. */
  readonly df: number | null;
  /** Of the interval that is the test: 0.95 unless given. */
  readonly level?: number;
  /** 0.8 unless given. */
  readonly power?: number;
}

/**
 * The smallest true difference that a two-sided test would have found with this probability, from its own standard error:
 * δ se, where a t variable of the test's degrees of freedom and non-centrality δ exceeds the critical value,
 *
 *   P(T(df, δ) > t₁₋α∕₂) = power,   α = 1 − level
 *
 * which is (z₁₋α∕₂ + z_power) se, 2.80 se for 80 %, with many degrees of freedom.
 * Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, ch. 2; Hedges & Pigott 2004, Psychological Methods
 * 9:426-445.
 *
 * Throws `NOT_A_VALID_NUMBER`, `LEVEL_OUT_OF_RANGE`.
 *
 * @example
 * import { detectableDifference } from "@acumeta/core";
 * detectableDifference({ se: 0.1, df: null }); // => 0.28
 * detectableDifference({ se: 0.1, df: 5 }); // => 0.3514
 */
export function detectableDifference(precision: TestPrecision): number {
  const { se, df = null, level = 0.95, power = 0.8 } = { ...precision };
  positive({ se });
  if (df !== null) positive({ df });
  checkLevel(level);
  check({ power }, (value) => value > 0 && value < 1, "a number between 0 and 1");
  const tail = 0.5 + level / 2;
  if (df === null) return se * (normalQuantile(tail) + normalQuantile(power));
  const critical = tQuantile(tail, df);
  const found = (ncp: number) => noncentralTCdf(critical, { df, ncp }, { upper: true }) >= power;
  let [below, above] = [0, critical];
  while (!found(above)) [below, above] = [above, 2 * above];
  for (let step = 0; step < STEPS; step++) {
    const middle = (below + above) / 2;
    if (found(middle)) above = middle;
    else below = middle;
  }
  return se * above;
}

/** Halvings of a bracket as wide as the critical value: eleven digits. */
const STEPS = 40;
