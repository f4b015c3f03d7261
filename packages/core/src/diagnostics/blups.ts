import type { Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { type MetaError, metaError } from "../errors/metaError.js";
import { isPooledFit, kindOfFit } from "../multilevel/fitKinds.js";
import { freeze } from "../numerics/freeze.js";
import { halfWidth } from "../numerics/quantileCache.js";
import type { PooledEffect } from "../pool/result.js";

/** Where the true effect of a study in the fit is expected, given its own result and those of the others. */
export interface Blup {
  readonly study: string;
  /** The study's own estimate. */
  readonly yi: number;
  /** Its best linear unbiased prediction: yi drawn towards the pooled effect. */
  readonly estimate: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  /** How far it is drawn: 0 leaves yi, 1 gives the pooled effect. */
  readonly shrinkage: number;
}

/** What {@link blups} gives. */
export interface Blups<M extends Measure = Measure> {
  readonly measure: M;
  readonly level: number;
  /** Degrees of freedom of the intervals, those of the fit's confidence interval; null for the normal distribution. */
  readonly df: number | null;
  readonly studies: readonly Blup[];
}

/**
 * Best linear unbiased predictions of the true effects of the studies in a fit (empirical Bayes estimates):
 *
 *   θᵢ = (1 − Bᵢ) yᵢ + Bᵢ μ,   Bᵢ = vᵢ/(vᵢ + τ²),   se² = (1 − Bᵢ) vᵢ + Bᵢ² se(μ)²
 *
 * se(μ) and the reference distribution are those of the fit's confidence interval (metafor's blup of a fit with the
 * same test). τ² is taken as known. In a common-effect model all true effects are the pooled one.
 *
 * @param fit A result of `pool`. O(k). For a multilevel model ask `randomEffects`.
 *
 * Throws `NOT_A_FIT`.
 *
 * Raudenbush & Bryk 1985, Journal of Educational Statistics 10:75-98; for the standard error Kackar &
 * Harville 1981, Communications in Statistics A 10:1249-1261.
 *
 * @example
 * import { blups, pool } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0, vi: 0.1 },
 *   { study: "B", measure: "SMD", yi: 1, vi: 0.1 },
 *   { study: "C", measure: "SMD", yi: 0.5, vi: 0.1 },
 * ] as const;
 * const { studies } = blups(pool(effects));
 * studies[0].estimate; // => 0.2
 * studies[0].shrinkage; // => 0.4
 */
export function blups<M extends Measure>(fit: PooledEffect<M>): Blups<M> {
  if (!isPooledFit(fit)) throw notPooled(fit);
  const {
    measure,
    estimate,
    ci: { se, df, level },
    tau2,
    studies,
  } = fit;
  const rows = studies.map(({ study, yi, vi }): Blup => {
    const shrinkage = vi / (vi + tau2.value);
    const own = tau2.value / (vi + tau2.value);
    const predicted = own * yi + shrinkage * estimate;
    const error = Math.sqrt(own * vi + (shrinkage * se) ** 2);
    const half = halfWidth(level, { se: error, df });
    return { study, yi, estimate: predicted, se: error, lower: predicted - half, upper: predicted + half, shrinkage };
  });
  return freeze<Blups<M>>({ measure, level, df, studies: rows });
}

/** The error for what is no result of `pool`. */
function notPooled(fit: unknown): MetaError {
  const kind = kindOfFit(fit);
  if (kind === null) return metaError(messages.notAFit({ found: fit, wanted: "the result of pool" }));
  const instead =
    kind === "multilevel"
      ? "Its random effects are predicted by randomEffects(fit)."
      : 'Fit it by multilevel, with random: "~ 1 | study" and the same moderators, and ask randomEffects(fit).';
  return metaError(messages.fitOfOtherKind({ kind, wanted: "pool", instead }));
}
