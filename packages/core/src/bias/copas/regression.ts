/** Fewest studies that can tell a slope from μ, τ and ρ. */
const FEWEST = 4;

/** Weighted least squares of y on s with weights 1/(s² + τ²); null for fewer than four studies, and where rounding leaves none. */
export function regressionOnSe(
  y: Float64Array,
  s: Float64Array,
  tau: number,
): { readonly intercept: number; readonly slope: number } | null {
  if (s.length < FEWEST) return null;
  const w = s.map((each) => 1 / (each * each + tau * tau));
  const weighted = (of: (i: number) => number) => w.reduce((sum, each, i) => sum + each * of(i), 0);
  const total = weighted(() => 1);
  const meanS = weighted((i) => s[i]!) / total;
  const meanY = weighted((i) => y[i]!) / total;
  const slope = weighted((i) => (s[i]! - meanS) * (y[i]! - meanY)) / weighted((i) => (s[i]! - meanS) * (s[i]! - meanS));
  return Number.isFinite(slope) ? { intercept: meanY - slope * meanS, slope } : null;
}
