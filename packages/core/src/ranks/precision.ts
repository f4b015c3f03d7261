/**
 * Precision of a treatment hierarchy: the variance of the scores of n treatments in parts of what it is for a sure order,
 * (n + 1)/(12(n − 1)).
 *
 * Wigle, Béliveau, Salanti, Rücker, Schwarzer, Mavridis & Nikolakopoulou 2025, arXiv 2501.11596.
 */
export function precision(scores: readonly number[]): number {
  const n = scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - 0.5) ** 2, 0) / n;
  return Math.min(1, (12 * (n - 1) * variance) / (n + 1));
}
