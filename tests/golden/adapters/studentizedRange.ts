import { normalCdf, normalDensity } from "@acumeta/core";
import { gaussLegendre, type Quadrature } from "../../../packages/core/src/numerics/gaussLegendre.ts";

/** P(range of n standard normal variables ≤ w) = n ∫φ(z) (Φ(z) − Φ(z − w))ⁿ⁻¹ dz, from z where φ is nothing. */
const normal = panels([-9, 9], 8);
const above = normal.points.map((z) => normalCdf(z));
const densities = normal.points.map(normalDensity);

function rangeCdf(w: number, n: number): number {
  let sum = 0;
  for (const [i, z] of normal.points.entries())
    sum += normal.weights[i]! * densities[i]! * (above[i]! - normalCdf(z - w)) ** (n - 1);
  return n * sum;
}

/** P(range/S ≤ q) of some means, S = √(χ²/df): the mean of P(range ≤ qeᵘ) over u = ln S. Harter 1960, Ann Math Stat 31:1122-1147. */
export function studentizedRangeCdf(q: number, { means, df }: { means: number; df: number }): number {
  const scale = panels([-1 - 40 / df, 1.5], 16);
  let [sum, total] = [0, 0];
  for (const [i, u] of scale.points.entries()) {
    const weight = scale.weights[i]! * Math.exp(df * (u - 0.5 * Math.expm1(2 * u)));
    if (weight < 1e-20) continue;
    total += weight;
    sum += weight * rangeCdf(q * Math.exp(u), means);
  }
  return sum / total;
}

function panels([start, end]: readonly [number, number], n: number): Quadrature {
  return gaussLegendre(
    Array.from({ length: n + 1 }, (_, i) => start + ((end - start) * i) / n),
    16,
  );
}
