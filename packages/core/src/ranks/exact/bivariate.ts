import type { Radial } from "./radial.js";

/**
 * P(T₁ ≤ a, T₂ ≤ b) for two variables of correlation r: half of each half-plane less the wedges between its edge and the line
 * from the centre to the corner.
 *
 * Owen 1956, Annals of Mathematical Statistics 27:1075-1090, for any distribution that looks the same from all sides once its
 * variables are uncorrelated.
 */
export function bivariate([a, b, r]: readonly [number, number, number], radial: Radial): number {
  const { cdf } = radial;
  const independent = Math.sqrt((1 - r) * (1 + r));
  if (independent === 0) return r > 0 ? cdf(Math.min(a, b)) : Math.max(0, cdf(a) - cdf(-b));
  if (a === 0 && b === 0) return 0.25 + Math.asin(r) / (2 * Math.PI);
  const outside = a * b > 0 || (a * b === 0 && a + b >= 0) ? 0 : 0.5;
  const wedges = wedge(a, (b - r * a) / independent, radial) + wedge(b, (a - r * b) / independent, radial);
  return 0.5 * (cdf(a) + cdf(b)) - wedges - outside;
}

/** The wedge between the edge at distance h and the corner at `along` on it, with the sign of along/h. */
function wedge(h: number, along: number, radial: Radial): number {
  const size = radial.wedge(Math.abs(h), Math.abs(along / h));
  return along < 0 === h < 0 ? size : -size;
}
