import { noncentralTCdf, normalQuantile, tQuantile } from "@acumeta/core";

/** A standard error, the distribution of its test, and how sure one wants to be. */
interface Precision {
  readonly se: number;
  /** null for the normal distribution. */
  readonly df: number | null;
  readonly level: number;
  readonly power: number;
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
 */
export function detectable({ se, df, level, power }: Precision): number {
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
