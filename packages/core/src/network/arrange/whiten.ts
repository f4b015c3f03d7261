import { symmetricEigen } from "../../linear/symmetricEigen.js";
import type { NetworkTrial } from "./trial.js";

/** A row that is independent of all others, with variance v + τ²: Σ cₐ θₐ over the trial's arms is estimated by y. */
export interface IndependentRow {
  readonly c: Float64Array;
  readonly y: number;
  readonly v: number;
}

/**
 * The comparisons of a trial as independent ones of variances v + τ², exactly. With t arms the covariance of those against
 * arm 0 is S + τ²U, U = ½(I + 11′); with U^(−½) S U^(−½) = EΛE′ the combinations E′U^(−½)d have the covariance Λ + τ²I.
 * A trial of two arms is one such row as it stands.
 *
 * Heterogeneity of Higgins & Whitehead 1996, Statistics in Medicine 15:2733-2749: the same τ² for every comparison, so that
 * two comparisons with one arm in common have the correlation ½.
 */
export function whiten({ arms, S, d }: NetworkTrial): readonly IndependentRow[] {
  const t = arms.length;
  const n = t - 1;
  if (n === 1) return [{ c: Float64Array.of(-1, 1), y: d[0]!, v: S[0]! }];
  const { values, vectors } = symmetricEigen(withRootsOfU(S, n), n);
  return vectors.map((e, r) => {
    const total = e.reduce((sum, each) => sum + each, 0);
    const c = new Float64Array(t);
    let y = 0;
    for (let a = 1; a < t; a++) {
      c[a] = Math.SQRT2 * (e[a - 1]! - shrink(t) * total);
      c[0]! -= c[a]!;
      y += c[a]! * d[a - 1]!;
    }
    return { c, y, v: values[r]! };
  });
}

/** U^(−½) = √2(I − s11′) for t arms. */
const shrink = (t: number): number => (1 - 1 / Math.sqrt(t)) / (t - 1);

/** U^(−½) S U^(−½) */
function withRootsOfU(S: Float64Array, n: number): Float64Array {
  const s = shrink(n + 1);
  const sums = new Float64Array(n);
  let total = 0;
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      sums[a]! += S[a * n + b]!;
      total += S[a * n + b]!;
    }
  return S.map((each, place) => {
    const [a, b] = [Math.floor(place / n), place % n];
    return 2 * (each - s * (sums[a]! + sums[b]!) + s * s * total);
  });
}

/** log|U| for t arms. */
export const logDeterminantOfU = (t: number): number => Math.log(t) - (t - 1) * Math.LN2;
