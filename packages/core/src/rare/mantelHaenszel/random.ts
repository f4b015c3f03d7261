import type { Measure } from "../../effects/effect.js";
import { freeze } from "../../numerics/freeze.js";
import type { Interval } from "../../pool/result.js";
import { normalInterval, type RareHeterogeneity } from "../result.js";
import { mantelHaenszel } from "./mantelHaenszel.js";
import type { MantelHaenszelOptions, MantelHaenszelStudies } from "./options.js";

/** The frozen, JSON-serialisable result of {@link mantelHaenszelRandom}. */
export interface MantelHaenszelRandomFit {
  readonly measure: Measure;
  /** Studies with an effect of their own, which are the ones pooled. */
  readonly k: number;
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
  readonly tau2: number;
  /** About the Mantel-Haenszel estimate. */
  readonly heterogeneity: RareHeterogeneity;
}

/**
 * What RevMan prints as "M-H, Random": inverse-variance weights 1/(v + τ²) of the studies' own effects, with
 * DerSimonian and Laird's τ² = max(0, (Q − (k − 1))/(Σw − Σw²/Σw)) from the Q about the Mantel-Haenszel estimate.
 *
 * @param options As of `mantelHaenszel`.
 * @returns null where the Mantel-Haenszel estimate is undefined or no study has an effect of its own.
 *
 * Throws what `mantelHaenszel` throws.
 * Deeks & Higgins 2010, Statistical algorithms in Review Manager 5, p. 7; Cochrane Handbook 10.10.4.1.
 *
 * @example
 * import { mantelHaenszelRandom } from "@acumeta/core";
 * const studies = [
 *   { study: "A", a: 4, n1: 123, c: 11, n2: 139 },
 *   { study: "B", a: 20, n1: 50, c: 12, n2: 48 },
 * ];
 * mantelHaenszelRandom(studies, { measure: "RR" }).tau2; // => 0.7531
 */
export function mantelHaenszelRandom<M extends keyof MantelHaenszelStudies>(
  studies: readonly MantelHaenszelStudies[M][],
  options: MantelHaenszelOptions<M>,
): MantelHaenszelRandomFit | null {
  const fit = mantelHaenszel(studies, options);
  const { heterogeneity } = fit;
  if (heterogeneity === null) return null;
  let [w1, w2] = [0, 0];
  for (const { vi } of fit.studies) {
    if (vi === null) continue;
    w1 += 1 / vi;
    w2 += 1 / vi ** 2;
  }
  const { Q, df } = heterogeneity;
  const tau2 = df === 0 ? 0 : Math.max(0, (Q - df) / (w1 - w2 / w1));
  let [sum, total] = [0, 0];
  for (const { yi, vi } of fit.studies) {
    if (yi === null || vi === null) continue;
    sum += yi / (vi + tau2);
    total += 1 / (vi + tau2);
  }
  const estimate = sum / total;
  const se = Math.sqrt(1 / total);
  const ci = normalInterval(estimate, se, fit.choices.level);
  return freeze({ measure: fit.measure, k: heterogeneity.k, estimate, se, ci, tau2, heterogeneity });
}
