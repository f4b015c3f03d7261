import { approximateIqr } from "./normalRange.js";
import type { Summary } from "./summary.js";

/**
 * Mean and standard deviation of log-normal data from median and quartiles. With μ the mean that a rule for normal data
 * makes of the logarithms, s = (ln q3 − ln q1)/η(n), and ψ = s²/(1 + 1.58/n) and ζ = s⁴/(1 + 19.2/n^1.2) nearly unbiased
 * for σ² and σ⁴:
 *
 *   mean = e^(μ + ψ/2)/(1 + 0.57ψ/n + 0.75ζ/n)
 *   SD²  = e^(2μ + 2ψ)/(1 + 2.28ψ/n + 12ζ/n) − e^(2μ + ψ)/(1 + 2.28ψ/n + 3ζ/n)
 *
 * The divisors remove the bias of the exponentials, in which var μ = 1.14σ²/n and var s² = 6σ⁴/n: E exp(rμ + tψ) is too
 * large by 1 + ½(r² var μ + t² var s²). Shi, Tong, Wang & Genton 2020, Statistics and Its Interface 13:519-531; the
 * constants are those of R's metafor and metamedian.
 */
export function logNormalMoments(
  { n, q1, q3 }: Summary,
  meanOfLogs: number,
): { readonly mean: number; readonly sd: number } {
  const s = Math.log(q3 / q1) / approximateIqr(n);
  const psi = s ** 2 / (1 + 1.58 / n);
  const zeta = s ** 4 / (1 + 19.2 / n ** 1.2);
  const bias = (perPsi: number, perZeta: number) => 1 + (perPsi * psi + perZeta * zeta) / n;
  const mean = Math.exp(meanOfLogs + psi / 2) / bias(0.57, 0.75);
  const variance = Math.exp(2 * meanOfLogs + psi) * (Math.exp(psi) / bias(2.28, 12) - 1 / bias(2.28, 3));
  return { mean, sd: Math.sqrt(variance) };
}

/** The summary of the logarithms. */
export function logarithms({ n, scenario, min, q1, median, q3, max }: Summary): Summary {
  return {
    n,
    scenario,
    min: Math.log(min),
    q1: Math.log(q1),
    median: Math.log(median),
    q3: Math.log(q3),
    max: Math.log(max),
  };
}
