import { chiSquareCdf } from "../numerics/chiSquare.js";
import { weighted } from "../pool/weighted.js";

/** A χ² test. */
export interface QTest {
  readonly Q: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Q between groups, Σ (μ_g − μ)²/se_g² on G − 1 degrees of freedom, μ their inverse-variance mean; null where a
 * standard error is 0.
 *
 * Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, ch. 19, eq. 19.8-19.10.
 */
export function betweenGroups(estimates: readonly { readonly estimate: number; readonly se: number }[]): QTest | null {
  const y = Float64Array.from(estimates, ({ estimate }) => estimate);
  const v = Float64Array.from(estimates, ({ se }) => se * se);
  const { q1 } = weighted(y, v, 0);
  return Number.isFinite(q1) ? qTest(q1, y.length - 1) : null;
}

/** The test that a Q is no larger than chance makes it; p is 1 without degrees of freedom. */
export function qTest(Q: number, df: number): QTest {
  return { Q, df, p: df === 0 ? 1 : chiSquareCdf(Q, df, { upper: true }) };
}
