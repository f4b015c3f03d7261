import type { WeightFunction } from "./weightFunction.js";

const LEAST = 1e-5;
/** Up to which w/max w is a number for every p. */
const LARGEST = 50;

/** log max w: at the mode, kept within the range of p, or at an end of that. */
function logLargest(a: number, b: number): number {
  const at = (p: number) => a * Math.log(p) + b * Math.log(1 - p);
  const mode = Math.min(Math.max(a / (a + b), LEAST), 1 - LEAST);
  return Math.max(at(LEAST), at(1 - LEAST), Number.isNaN(mode) ? 0 : at(mode));
}

/**
 * w(p) = p^(δ₁ − 1) (1 − p)^(δ₂ − 1), δ ≥ 0, with p kept between 10⁻⁵ and 1 − 10⁻⁵, where it is not bounded otherwise. Here
 * it is divided by its maximum, which drops out of the likelihood.
 *
 * Citkowicz & Vevea 2017, Psychological Methods 22:28-41.
 */
export const beta: WeightFunction<"beta"> = {
  id: "beta",
  label: "beta",
  citation: "Citkowicz & Vevea 2017, Psychological Methods 22:28-41",
  r: "beta",
  least: { p: LEAST, q: LEAST },
  shape: "steep",
  parameters: () => Array.from({ length: 2 }, () => ({ none: 1, lower: 0, upper: LARGEST, isReference: false })),
  starts: () => [
    [1, 1],
    [1, 2],
    [0.5, 1],
    [1.3, 1.5],
    [0.5, 3],
  ],
  weigh({ logP, logQ }, i, { delta }, out) {
    const a = logP[i]!;
    const b = logQ[i]!;
    const [d1, d2] = [delta[0]! - 1, delta[1]! - 1];
    const value = Math.exp(d1 * a + d2 * b - logLargest(d1, d2));
    out.value = value;
    out.first[0] = a * value;
    out.first[1] = b * value;
    out.second[0] = a * a * value;
    out.second[1] = a * b * value;
    out.second[2] = a * b * value;
    out.second[3] = b * b * value;
  },
};
