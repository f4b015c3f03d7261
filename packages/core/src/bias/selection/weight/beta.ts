import { CENSORED, type WeightFunction } from "./weightFunction.js";

/** Up to which w/max w is a number for every p. */
const LARGEST = 50;

/** log max w for p kept from 0 and 1 as usual: at the mode, or at an end. */
function logLargest(a: number, b: number): number {
  const at = (p: number) => a * Math.log(p) + b * Math.log(1 - p);
  const [from, to] = [CENSORED.p, 1 - CENSORED.q];
  const mode = Math.min(Math.max(a / (a + b), from), to);
  return Math.max(at(from), at(to), Number.isNaN(mode) ? 0 : at(mode));
}

/**
 * w(p) = p^(δ₁ − 1) (1 − p)^(δ₂ − 1), δ ≥ 0. With a δ below 1 it is infinite at p = 0 or 1, and the likelihood with it: a p
 * closer to 0 or 1 than `pMin` counts as so close. That is how Citkowicz & Vevea avoid it, as R's metafor says, whose 10⁻⁵
 * (`pval.min`) is taken unless another is given. Here w is divided by about its maximum, which drops out of the likelihood.
 *
 * Citkowicz & Vevea 2017, Psychological Methods 22:28-41.
 */
export const beta: WeightFunction<"beta"> = {
  id: "beta",
  label: "beta",
  citation: "Citkowicz & Vevea 2017, Psychological Methods 22:28-41",
  r: "beta",
  least: CENSORED,
  isCensored: true,
  shape: "steep",
  parameters: () => Array.from({ length: 2 }, () => ({ none: 1, lower: 0, upper: LARGEST, isReference: false })),
  starts: () => [
    [1, 1],
    [1, 2],
    [0.5, 1],
    [1.3, 1.5],
    [0.5, 3],
  ],
  reversedStarts: [
    [2, 1],
    [3, 0.5],
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
