import { logGamma } from "@acumeta/core";

/** A table of counts by two yes-or-no questions: both, only the first, only the second, neither. */
export interface Crossed {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** Rounding of the logarithms must not tell equally likely tables apart. */
const SAME = 1e-7;

/**
 * Two-sided p of Fisher's exact test: the hypergeometric probability of all tables with these margins that are no more
 * likely than the one seen. Fisher 1935, Journal of the Royal Statistical Society 98:39-82.
 */
export function fisherExact({ both, onlyA, onlyB, neither }: Crossed): number {
  const a = both + onlyA;
  const b = both + onlyB;
  const total = a + onlyB + neither;
  const logP = (k: number) => logChoose(a, k) + logChoose(total - a, b - k) - logChoose(total, b);
  const seen = logP(both);
  let p = 0;
  for (let k = Math.max(0, a + b - total); k <= Math.min(a, b); k++) if (logP(k) <= seen + SAME) p += Math.exp(logP(k));
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
