import { checkLevel, finite } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import { normalCdf } from "../numerics/normal.js";
import { criticalValue } from "../numerics/quantileCache.js";
import type { Bounds, PooledEffect } from "./result.js";

/** The share of true effects beyond a threshold. */
export interface ProportionAbove {
  readonly threshold: number;
  /** Between 0 and 1; null where τ² is 0 or there is one study. */
  readonly proportion: number | null;
  readonly ci: Bounds | null;
  /** Why there is none. */
  readonly note: string | null;
}

/**
 * The probability that the true effect of a study like these exceeds a threshold, such as a minimal important
 * difference: Φ(z), z = (μ − q)/τ. Its interval is Φ(z ± z₁₋α/₂ s) with s² = se(μ)²/τ² + se(τ²)² z²/(4τ⁴), by the delta
 * method on the scale of z, which keeps it between 0 and 1.
 *
 * null where τ² is 0: then all true effects are the estimate, and its own interval says all there is to say. Few studies
 * (Mathur and VanderWeele: fewer than 10) make the interval rough.
 *
 * @param fit A result of `pool`.
 * @param options `threshold` on the scale of `yi` (ratios: a logarithm), 0 unless given; `level` of the fit unless given.
 *
 * Throws `NOT_A_VALID_NUMBER`, `LEVEL_OUT_OF_RANGE`.
 * Mathur & VanderWeele 2019, Statistics in Medicine 38:1336-1342, eq. 3.1.
 *
 * @example
 * import { pool, proportionAbove } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 1, vi: 0.01 },
 *   { study: "C", measure: "SMD", yi: 0.5, vi: 0.01 },
 * ] as const;
 * proportionAbove(pool(effects), { threshold: 0.5 }).proportion; // => 0.5
 */
export function proportionAbove(
  { estimate, se, tau2, choices }: PooledEffect,
  { threshold = 0, level = choices.level }: { readonly threshold?: number; readonly level?: number } = {},
): ProportionAbove {
  finite({ threshold });
  checkLevel(level);
  if (tau2.se === null || tau2.value === 0)
    return freeze({ threshold, proportion: null, ci: null, note: "τ² is 0 or unknown: there is one true effect." });
  const tau = Math.sqrt(tau2.value);
  const z = (estimate - threshold) / tau;
  const error = Math.sqrt((se / tau) ** 2 + (tau2.se * z) ** 2 / (4 * tau2.value ** 2));
  const half = criticalValue(level, null) * error;
  const ci = { lower: normalCdf(z - half), upper: normalCdf(z + half), level, method: "delta, probit scale" };
  return freeze({ threshold, proportion: normalCdf(z), ci, note: null });
}
