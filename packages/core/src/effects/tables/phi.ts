import { difference } from "../measure.js";
import { type BinaryMeasure, binaryMeasure } from "./binary.js";
import type { Cells } from "./cells.js";

const association = { ...difference, tells: "association", to: "none" } as const;
const undefinedFor = "no events, or only events, in both groups";

/**
 * Phi, the correlation of group and event: (ad − bc)/√(n₁n₂m₁m₂), m₁ and m₂ the patients with and without event. Tables
 * with a zero cell are left as they are unless `to` says otherwise.
 *
 * vi = (1/N)(1 − φ² + φ(1 + φ²/2)(p₁ − p₂)(q₁ − q₂)/√(p₁p₂q₁q₂) − (3/4)φ²((p₁ − p₂)²/(p₁p₂) + (q₁ − q₂)²/(q₁q₂))), p and
 * q the margins divided by N: for patients sampled as one group. Yule 1912, Journal of the Royal Statistical Society
 * 75:579-652; Bishop, Fienberg & Holland 1975, Discrete Multivariate Analysis, ch. 11.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("PHI", { a: 4, n1: 123, c: 11, n2: 139 }).yi; // => -0.10013923
 */
export const phi: BinaryMeasure<"PHI"> = binaryMeasure({
  ...association,
  id: "PHI",
  label: "phi coefficient",
  citation: "Yule 1912, Journal of the Royal Statistical Society 75:579-652",
  axisLabel: "Phi",
  estimate: phiOf,
  variance: phiVariance,
  undefinedFor,
});

/** Fisher's z of phi, atanh φ, with variance vi/(1 − φ²)². Yule 1912; Fisher 1921, Metron 1:3-32. */
export const phiZ: BinaryMeasure<"ZPHI"> = binaryMeasure({
  ...association,
  id: "ZPHI",
  label: "phi coefficient (Fisher's z)",
  citation: "Yule 1912, Journal of the Royal Statistical Society 75:579-652; Fisher 1921, Metron 1:3-32",
  axisLabel: "Phi",
  backTransform: Math.tanh,
  estimate: (cells) => Math.atanh(phiOf(cells)),
  variance: (cells) => phiVariance(cells) / (1 - phiOf(cells) ** 2) ** 2,
  undefinedFor: `${undefinedFor}, or φ = ±1`,
});

function phiOf({ a, b, c, d }: Cells): number {
  return (a * d - b * c) / (Math.sqrt((a + b) * (c + d)) * Math.sqrt((a + c) * (b + d)));
}

function phiVariance(cells: Cells): number {
  const { a, b, c, d } = cells;
  const f = phiOf(cells);
  const N = a + b + c + d;
  const groups = skew((a + b) / N, (c + d) / N);
  const events = skew((a + c) / N, (b + d) / N);
  return (1 - f ** 2 + f * (1 + f ** 2 / 2) * groups * events - 0.75 * f ** 2 * (groups ** 2 + events ** 2)) / N;
}

/** (p₁ − p₂)/√(p₁p₂) */
function skew(p1: number, p2: number): number {
  return (p1 - p2) / Math.sqrt(p1 * p2);
}
