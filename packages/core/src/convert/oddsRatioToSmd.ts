import type { EffectSize } from "../effects/effectSize.js";
import { finite, positive } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";

/**
 * Standardised mean difference from a log odds ratio, where the outcome behind "responder" is about logistic:
 * d = lnOR √3/π, with variance 3/π² times that of lnOR.
 *
 * Throws `NOT_A_VALID_NUMBER`. Chinn 2000, Statistics in Medicine 19:3127-3131.
 *
 * @example
 * import { oddsRatioToSmd } from "@acumeta/core";
 * oddsRatioToSmd({ yi: Math.log(2), vi: 0.1 }).yi; // => 0.38215
 */
export function oddsRatioToSmd({ yi, vi }: { readonly yi: number; readonly vi: number }): EffectSize<"SMD"> {
  finite({ yi });
  positive({ vi });
  const factor = Math.sqrt(3) / Math.PI;
  return freeze({
    measure: "SMD",
    yi: yi * factor,
    vi: vi * factor ** 2,
    rules: ["SMD from log odds ratio (Chinn 2000)"],
  });
}
