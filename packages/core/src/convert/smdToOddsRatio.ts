import type { EffectSize } from "../effects/effectSize.js";
import { finite, positive } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";

/**
 * Log odds ratio of reaching any one value of a logistic outcome, from a standardised mean difference: ln OR = d π/√3,
 * with variance π²/3 times that of d. The inverse of `oddsRatioToSmd`.
 *
 * Throws `NOT_A_VALID_NUMBER`. Chinn 2000, Statistics in Medicine 19:3127-3131.
 *
 * @example
 * import { smdToOddsRatio } from "@acumeta/core";
 * smdToOddsRatio({ yi: 0.38215, vi: 0.03 }).yi; // => 0.69314343
 */
export function smdToOddsRatio({ yi, vi }: { readonly yi: number; readonly vi: number }): EffectSize<"logOR"> {
  finite({ yi });
  positive({ vi });
  const factor = Math.PI / Math.sqrt(3);
  const rules = ["log odds ratio from SMD (Chinn 2000)"];
  return freeze({ measure: "logOR", yi: yi * factor, vi: vi * factor ** 2, rules });
}
