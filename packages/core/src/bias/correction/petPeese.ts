import { tTwoSided } from "../../numerics/studentT.js";
import { weighted } from "../../pool/weighted.js";
import { dispersedIntercept } from "./dispersedMean.js";
import type { BiasCorrection, CorrectedMean } from "./method.js";

/**
 * Precision-effect test: the effect at a standard error of 0, from a weighted regression on √v. Too small where there
 * is an effect, since bias then does not grow linearly.
 *
 * Stanley & Doucouliagos 2014, Research Synthesis Methods 5:60-78.
 */
export const pet: BiasCorrection<"PET"> = {
  id: "PET",
  label: "PET, regression on the standard error",
  citation: "Stanley & Doucouliagos 2014, Research Synthesis Methods 5:60-78",
  minimumK: 3,
  compute: (y, v) => ({ ...dispersedIntercept(y, v, v.map(Math.sqrt)), used: "PET" }),
};

/**
 * Precision-effect estimate with standard error: the effect at a variance of 0, from a weighted regression on v.
 *
 * Stanley & Doucouliagos 2014, Research Synthesis Methods 5:60-78.
 */
export const peese: BiasCorrection<"PEESE"> = {
  id: "PEESE",
  label: "PEESE, regression on the variance",
  citation: "Stanley & Doucouliagos 2014, Research Synthesis Methods 5:60-78",
  minimumK: 3,
  compute: (y, v) => ({ ...dispersedIntercept(y, v, v), used: "PEESE" }),
};

/** One-sided level at which PET must find an effect. */
const ALPHA = 0.05;

/**
 * PET-PEESE: PEESE where PET finds an effect in the direction of the inverse-variance mean (one-sided p < 0.05), else
 * PET. Unreliable with few studies, very heterogeneous ones, or no large one.
 *
 * Stanley & Doucouliagos 2014, Research Synthesis Methods 5:60-78; Stanley 2017, Social Psychological and
 * Personality Science 8:581-591.
 */
export const petPeese: BiasCorrection<"PET-PEESE"> = {
  id: "PET-PEESE",
  label: "PET-PEESE, conditional",
  citation: "Stanley & Doucouliagos 2014, Research Synthesis Methods 5:60-78; Stanley 2017, SPPS 8:581-591",
  minimumK: 3,
  compute(y, v) {
    const first = pet.compute(y, v);
    return findsEffect(first, Math.sign(weighted(y, v, 0).mean)) ? peese.compute(y, v) : first;
  },
};

function findsEffect({ estimate, se, df }: CorrectedMean, direction: number): boolean {
  if (estimate * direction <= 0) return false;
  return se === 0 || tTwoSided(estimate / se, df) / 2 < ALPHA;
}
