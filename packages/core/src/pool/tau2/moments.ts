/** A weighted sum of squares Q = Σa(y − μ)² with fixed weights a, and what the random-effects model expects of it: atZero + slope τ². */
export interface Moments {
  readonly Q: number;
  readonly atZero: number;
  readonly slope: number;
}

/**
 * Q with fixed weights a and its expectation Σa(1 − a/Σa)(v + τ²), which is summed over pairs so that it does not cancel
 * where one weight dominates.
 *
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, eq. 4-6.
 */
export function moments(y: Float64Array, v: Float64Array, a: Float64Array): Moments {
  let sum = 0;
  let mean = 0;
  let ofVariances = 0;
  let pairs = 0;
  let pairsOfVariances = 0;
  for (let i = 0; i < y.length; i++) {
    const weight = a[i]!;
    pairs += weight * sum;
    pairsOfVariances += weight * (ofVariances + v[i]! * sum);
    sum += weight;
    ofVariances += weight * v[i]!;
    mean += (weight / sum) * (y[i]! - mean);
  }
  let Q = 0;
  for (let i = 0; i < y.length; i++) Q += a[i]! * (y[i]! - mean) ** 2;
  return { Q, atZero: pairsOfVariances / sum, slope: (2 * pairs) / sum };
}

/** The τ² ≥ 0 at which Q with fixed weights equals its expectation. */
export function solveMoments({ Q, atZero, slope }: Moments): number {
  return Math.max(0, (Q - atZero) / slope);
}

/**
 * The variance of Q with fixed weights a under the random-effects model, 2 tr(PΣPΣ) with P = A − aa′/Σa and
 * Σ = diag(v + τ²); summed from positive terms, so that it stays accurate where one weight dominates.
 *
 * Biggerstaff & Tweedie 1997, Statistics in Medicine 16:753-768, eq. 6, for any weights.
 */
export function varianceOfQ(v: Float64Array, a: Float64Array, tau2: number): number {
  let sum = 0;
  for (const weight of a) sum += weight;
  let before = 0;
  let pairs = 0;
  let diagonal = 0;
  for (let i = 0; i < v.length; i++) {
    const spread = v[i]! + tau2;
    const part = a[i]! * a[i]! * spread;
    pairs += part * before;
    before += part;
    diagonal += (a[i]! * (1 - a[i]! / sum) * spread) ** 2;
  }
  return 2 * (diagonal + (2 * pairs) / (sum * sum));
}
