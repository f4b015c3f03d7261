/** Points and weights of a quadrature rule: ∫f ≈ Σ weightᵢ f(pointᵢ). */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre quadrature with n points in each panel between ascending edges; exact for polynomials of degree 2n − 1
 * in each panel.
 *
 * Davis & Rabinowitz 1984, Methods of Numerical Integration, 2nd ed., sec. 2.7 (nodes by Newton's method from Tricomi's
 * approximation).
 */
export function gaussLegendre(edges: readonly number[], n: number): Quadrature {
  const panels = Math.max(0, edges.length - 1);
  const points = new Float64Array(n * panels);
  const weights = new Float64Array(n * panels);
  for (let i = 0; i < n; i++) {
    const { x, weight } = node(i, n);
    for (let panel = 0; panel < panels; panel++) {
      const half = 0.5 * (edges[panel + 1]! - edges[panel]!);
      points[panel * n + i] = edges[panel]! + half * (1 + x);
      weights[panel * n + i] = half * weight;
    }
  }
  return { points, weights };
}

/** The i-th point on (−1, 1), ascending, and its weight 2/((1 − x²) P′ₙ(x)²). */
function node(i: number, n: number): { readonly x: number; readonly weight: number } {
  let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
  for (let step = 1; Math.abs(step) > 1e-15; ) {
    const { value, slope } = legendre(n, x);
    step = value / slope;
    x -= step;
  }
  return { x, weight: 2 / ((1 - x * x) * legendre(n, x).slope ** 2) };
}

/** Pₙ(x) and its slope, by the three-term recurrence. */
function legendre(n: number, x: number): { readonly value: number; readonly slope: number } {
  let before = 1;
  let value = x;
  for (let degree = 2; degree <= n; degree++)
    [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
  return { value, slope: (n * (x * value - before)) / (x * x - 1) };
}
