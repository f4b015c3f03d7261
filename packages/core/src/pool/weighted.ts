/** Sums over the studies of a group with inverse-variance weights w = 1/(v + τ²). */
export interface Weighted {
  /** Σw, Σw², Σw³ */
  readonly w1: number;
  readonly w2: number;
  readonly w3: number;
  /** Σ wᵢwⱼ over the pairs i < j: ((Σw)² − Σw²)/2 without the cancellation where one weight dominates. */
  readonly pairs: number;
  /** Weighted mean μ = Σwy / Σw. */
  readonly mean: number;
  /** Σw(y − μ)², Σw²(y − μ)², Σw³(y − μ)², and Σw²(y − μ). */
  readonly q1: number;
  readonly q2: number;
  readonly q3: number;
  readonly r2: number;
}

/** All the weighted sums that the estimators of τ² and μ need, in two passes. */
export function weighted(y: Float64Array, v: Float64Array, tau2: number): Weighted {
  let w1 = 0;
  let w2 = 0;
  let w3 = 0;
  let pairs = 0;
  let wy = 0;
  const origin = y[0]!;
  for (let i = 0; i < y.length; i++) {
    const w = 1 / (v[i]! + tau2);
    const ww = w * w;
    pairs += w * w1;
    w1 += w;
    w2 += ww;
    w3 += ww * w;
    wy += w * (y[i]! - origin);
  }
  const shift = wy / w1;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  let r2 = 0;
  for (let i = 0; i < y.length; i++) {
    const w = 1 / (v[i]! + tau2);
    const r = y[i]! - origin - shift;
    const wr = w * r;
    q1 += wr * r;
    q2 += wr * wr;
    q3 += wr * wr * w;
    r2 += w * wr;
  }
  return { w1, w2, w3, pairs, mean: origin + shift, q1, q2, q3, r2 };
}

/**
 * tr(PP) of the projection P = W − ww′/Σw, which is Σw² − 2Σw³/Σw + (Σw²/Σw)²; summed from positive terms, so that
 * it stays accurate where one weight dominates.
 */
export function traceOfSquaredProjection(v: Float64Array, tau2: number): number {
  let w1 = 0;
  let w2 = 0;
  let pairs = 0;
  for (const variance of v) {
    const w = 1 / (variance + tau2);
    pairs += w * w * w2;
    w1 += w;
    w2 += w * w;
  }
  let diagonal = 0;
  for (const variance of v) {
    const w = 1 / (variance + tau2);
    diagonal += (w * (1 - w / w1)) ** 2;
  }
  return diagonal + (2 * pairs) / (w1 * w1);
}
