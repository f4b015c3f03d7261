import { exponential } from "./exponential.js";
import { CENSORED, type WeightFunction } from "./weightFunction.js";

/**
 * w(p) = (1 − p)ᵟ, δ ≥ 0: hardly a study with p near 1 is published. At p = 1, where w would be 0 and one such study rule
 * the model out, p is kept from 1 (and 0) by `pMin`, as in R's metafor.
 *
 * The beta weight function with δ₁ = 1 and δ₂ = δ + 1: Citkowicz & Vevea 2017, Psychological Methods 22:28-41.
 */
export const power: WeightFunction<"power"> = {
  id: "power",
  label: "power",
  citation: "Citkowicz & Vevea 2017, Psychological Methods 22:28-41",
  r: "power",
  ...exponential(({ logQ }, i) => -logQ[i]!),
  shape: "steep",
  least: CENSORED,
  isCensored: true,
};
