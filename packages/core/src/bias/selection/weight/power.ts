import { exponential } from "./exponential.js";
import type { WeightFunction } from "./weightFunction.js";

/**
 * w(p) = (1 − p)ᵟ, δ ≥ 0: no study with p = 1 is published.
 *
 * The beta weight function with its first parameter 1: Citkowicz & Vevea 2017, Psychological Methods 22:28-41.
 */
export const power: WeightFunction<"power"> = {
  id: "power",
  label: "power",
  citation: "Citkowicz & Vevea 2017, Psychological Methods 22:28-41",
  r: "power",
  ...exponential(({ logQ }, i) => -logQ[i]!),
  shape: "steep",
  least: { p: 1e-23, q: 1e-300 },
};
