import { normalCdf } from "../../numerics/normal.js";
import type { Partition } from "./partition.js";

const ROOT_2PI = Math.sqrt(2 * Math.PI);
/** Beyond this many standard deviations the density is 0 in double precision. */
const FAR = 38;
/** Squared: beyond, the density is below 1e-282. */
const NEGLIGIBLE = 1300;

/** The weights of every cell and point of a partition, and their derivatives with respect to the m estimated δ. */
export interface Weights {
  readonly value: Float64Array;
  /** Entry n·m + a: ∂w/∂δₐ of part n. */
  readonly first: Float64Array;
  /** Entry (n·m + a)·m + b. */
  readonly second: Float64Array;
}

/**
 * Expectations over a statistic z ~ N(mean, sd²), with u = (z − mean)/sd and Hᵣ the Hermite polynomials: E[w Hᵣ(u)] for
 * r = 0…4, E[∂w/∂δₐ Hᵣ(u)] for r = 0…2 (entry 3a + r), E[∂²w/∂δₐ∂δ_b].
 *
 * Derivatives with respect to mean and variance follow from ∂φ/∂mean = H₁φ/sd and ∂φ/∂sd² = ½ ∂²φ/∂mean².
 */
export interface ExpectedWeight {
  readonly w: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function emptyExpectation(m: number): ExpectedWeight {
  return { w: new Float64Array(5), first: new Float64Array(3 * m), second: new Float64Array(m * m) };
}

export interface Statistic {
  readonly mean: number;
  readonly sd: number;
}

export function expectedWeight(
  parts: Partition,
  weights: Weights,
  statistic: Statistic,
  out: ExpectedWeight,
): ExpectedWeight {
  out.w.fill(0);
  out.first.fill(0);
  out.second.fill(0);
  addPoints(parts, weights, statistic, out);
  toHermite(out);
  addCells(parts, weights, statistic, out);
  return out;
}

/** Powers of u. */
function addPoints(
  { cells, points, pointWeights }: Partition,
  { value, first, second }: Weights,
  { mean, sd }: Statistic,
  { w, first: sums, second: curves }: ExpectedWeight,
): void {
  const m = sums.length / 3;
  const mm = m * m;
  let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
  for (let i = 0, n = cells.length; i < points.length; i++, n++) {
    const u = (points[i]! - mean) / sd;
    const u2 = u * u;
    if (!(u2 < NEGLIGIBLE)) continue;
    const density = (pointWeights[i]! * Math.exp(-0.5 * u2)) / (ROOT_2PI * sd);
    const weighted = density * value[n]!;
    s0 += weighted;
    s1 += weighted * u;
    s2 += weighted * u2;
    s3 += weighted * u2 * u;
    s4 += weighted * u2 * u2;
    for (let a = 0; a < m; a++) {
      const slope = density * first[n * m + a]!;
      sums[3 * a]! += slope;
      sums[3 * a + 1]! += slope * u;
      sums[3 * a + 2]! += slope * u2;
    }
    for (let ab = 0; ab < mm; ab++) curves[ab]! += density * second[n * mm + ab]!;
  }
  w.set([s0, s1, s2, s3, s4]);
}

function toHermite({ w, first }: ExpectedWeight): void {
  w[4]! += 3 * w[0]! - 6 * w[2]!;
  w[3]! -= 3 * w[1]!;
  w[2]! -= w[0]!;
  for (let a = 0; a < first.length; a += 3) first[a + 2]! -= first[a]!;
}

/** ∫Hᵣφ = −Hᵣ₋₁φ between the ends of a cell. */
function addCells(
  { cells }: Partition,
  { value, first, second }: Weights,
  { mean, sd }: Statistic,
  out: ExpectedWeight,
): void {
  const m = out.first.length / 3;
  for (const [n, { from, to }] of cells.entries()) {
    const a = ends((from - mean) / sd, fromEnd);
    const b = ends((to - mean) / sd, toEnd);
    const inside = a.u > 0 ? a.above - b.above : b.below - a.below;
    const weight = value[n]!;
    out.w[0]! += weight * inside;
    for (let r = 1; r < 5; r++) out.w[r]! += weight * (a.hermite[r - 1]! - b.hermite[r - 1]!);
    for (let c = 0; c < m; c++) {
      const slope = first[n * m + c]!;
      if (slope === 0) continue;
      out.first[3 * c]! += slope * inside;
      for (let r = 1; r < 3; r++) out.first[3 * c + r]! += slope * (a.hermite[r - 1]! - b.hermite[r - 1]!);
    }
    for (let cd = 0; cd < m * m; cd++) out.second[cd]! += second[n * m * m + cd]! * inside;
  }
}

/** Of an end of a cell: the tails beyond it, and Hᵣφ for r = 0…3. */
interface End {
  u: number;
  below: number;
  above: number;
  readonly hermite: Float64Array;
}

const fromEnd: End = { u: 0, below: 0, above: 0, hermite: new Float64Array(4) };
const toEnd: End = { u: 0, below: 0, above: 0, hermite: new Float64Array(4) };

function ends(u: number, out: End): End {
  const isFar = !(Math.abs(u) < FAR);
  const density = isFar ? 0 : Math.exp(-0.5 * u * u) / ROOT_2PI;
  const near = isFar ? 0 : u;
  out.u = u;
  out.below = normalCdf(u);
  out.above = normalCdf(u, { upper: true });
  out.hermite[0] = density;
  out.hermite[1] = near * density;
  out.hermite[2] = (near * near - 1) * density;
  out.hermite[3] = near * (near * near - 3) * density;
  return out;
}
