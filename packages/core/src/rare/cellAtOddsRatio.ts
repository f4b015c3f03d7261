/** Margins of a 2×2 table: group sizes `n1` and `n2`, and `m` events in both. */
export interface Margins {
  readonly n1: number;
  readonly n2: number;
  readonly m: number;
}

/**
 * The cell A of a table with given margins at which its odds ratio A(n₂ − m + A)/((m − A)(n₁ − A)) is ψ: a root of a
 * quadratic, in the form that does not cancel. An odds ratio above 1 is taken by the other column, as 1/ψ.
 *
 * Breslow & Day 1980, Statistical Methods in Cancer Research I, eq. 4.11.
 */
export function cellAtOddsRatio({ n1, n2, m }: Margins, psi: number): number {
  if (psi > 1) return n1 - cellAtOddsRatio({ n1, n2, m: n1 + n2 - m }, 1 / psi);
  const b = n2 - m + psi * (n1 + m);
  const c = psi * n1 * m;
  const root = Math.sqrt(b * b + 4 * (1 - psi) * c);
  if (b > 0) return (2 * c) / (b + root);
  return psi === 1 ? 0 : (root - b) / (2 * (1 - psi));
}
