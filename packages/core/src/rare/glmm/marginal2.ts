import type { Component } from "./component.js";
import type { QuadratureRule } from "./gaussHermite.js";

/** A group of a study: η = μ + σz₁ + c(θ + τz₂), c = ±½. */
export interface Group {
  readonly component: Component;
  readonly contrast: number;
}

/** Means and standard deviations of the study's level and of its effect. */
export interface LevelAndEffect {
  readonly mu: number;
  readonly theta: number;
  readonly sigma: number;
  readonly tau: number;
}

/** Quadrature rules along the level and along the effect. */
export interface Rules {
  readonly level: QuadratureRule;
  readonly effect: QuadratureRule;
}

const jet = new Float64Array(4);
/** At one z: h, its slopes by z₁ and z₂, and by μ, θ, σ, τ. */
const at = new Float64Array(7);

function evaluate(groups: readonly Group[], { mu, theta, sigma, tau }: LevelAndEffect, z1: number, z2: number): void {
  let [h, d, dc] = [-0.5 * (z1 * z1 + z2 * z2), 0, 0];
  for (const { component, contrast: c } of groups) {
    component.evaluate(mu + sigma * z1 + c * (theta + tau * z2), jet);
    h += jet[0]!;
    d += jet[1]!;
    dc += c * jet[1]!;
  }
  at[0] = h;
  at[1] = sigma * d - z1;
  at[2] = tau * dc - z2;
  at[3] = d;
  at[4] = dc;
  at[5] = z1 * d;
  at[6] = z2 * dc;
}

/**
 * ln ∬L(z₁, z₂)φ(z₁)φ(z₂)dz₁dz₂ of a study by adaptive Gauss-Hermite quadrature in two dimensions, laid about the mode
 * ẑ as z = ẑ + K⁻ᵀt, KKᵀ the curvature there; its derivatives by μ, θ, σ and τ are added to `gradient`, by the chain
 * rule through ẑ and K. One point along both is Laplace's approximation. O(points²).
 *
 * Pinheiro & Bates 1995, JCGS 4:12-35, sec. 2.4.
 */
export function marginal2(
  groups: readonly Group[],
  point: LevelAndEffect,
  { level, effect }: Rules,
  gradient: Float64Array,
): number {
  const [z1, z2] = modeOf(groups, point);
  const { k11, k21, k22, moved } = factorAt(groups, point, z1, z2);
  const top = at[0]!;
  let [sum, s1, s2, s1y1, s1y2, s2y2] = [0, 0, 0, 0, 0, 0];
  const slopes = [0, 0, 0, 0];
  for (let j = 0; j < effect.nodes.length; j++) {
    const y2 = effect.nodes[j]! / k22;
    for (let i = 0; i < level.nodes.length; i++) {
      const y1 = (level.nodes[i]! - k21 * y2) / k11;
      evaluate(groups, point, z1 + y1, z2 + y2);
      const mass = level.factors[i]! * effect.factors[j]! * Math.exp(at[0]! - top);
      const [g1, g2] = [mass * at[1]!, mass * at[2]!];
      sum += mass;
      s1 += g1;
      s2 += g2;
      s1y1 += g1 * y1;
      s1y2 += g1 * y2;
      s2y2 += g2 * y2;
      for (let p = 0; p < 4; p++) slopes[p]! += mass * at[3 + p]!;
    }
  }
  for (let p = 0; p < 4; p++) {
    const { m1, m2, d11, d21, d22 } = moved[p]!;
    const [e11, e22] = [d11 / k11, d22 / k22];
    // A node moves by m1 − (y₂(d21 − k21 e22) + y₁d11)/k11 along z₁ and by m2 − y₂e22 along z₂.
    const byNodes = s1 * m1 - s1y2 * ((d21 - k21 * e22) / k11) - s1y1 * e11 + s2 * m2 - s2y2 * e22;
    gradient[p]! += (slopes[p]! + byNodes) / sum - e11 - e22;
  }
  return top + Math.log(sum) - Math.log(k11 * k22);
}

/** Newton's steps to the mode of a strictly concave h, halved while h falls. */
function modeOf(groups: readonly Group[], point: LevelAndEffect): readonly [number, number] {
  let [z1, z2] = [0, 0];
  for (let iteration = 0; iteration < 100; iteration++) {
    const { h11, h12, h22 } = curvatureAt(groups, point, z1, z2);
    evaluate(groups, point, z1, z2);
    const [h, g1, g2] = [at[0]!, at[1]!, at[2]!];
    const determinant = h11 * h22 - h12 * h12;
    const s1 = (h22 * g1 - h12 * g2) / determinant;
    const s2 = (h11 * g2 - h12 * g1) / determinant;
    if (Math.abs(s1) + Math.abs(s2) <= 1e-13 * (1 + Math.abs(z1) + Math.abs(z2))) break;
    let factor = 1;
    evaluate(groups, point, z1 + s1, z2 + s2);
    while (at[0]! < h - 1e-12 * Math.abs(h) && factor > 1e-10) {
      factor /= 2;
      evaluate(groups, point, z1 + factor * s1, z2 + factor * s2);
    }
    z1 += factor * s1;
    z2 += factor * s2;
  }
  evaluate(groups, point, z1, z2);
  return [z1, z2];
}

/** −∂²h/∂z² */
function curvatureAt(groups: readonly Group[], { mu, theta, sigma, tau }: LevelAndEffect, z1: number, z2: number) {
  let [h11, h12, h22] = [1, 0, 1];
  for (const { component, contrast: c } of groups) {
    component.evaluate(mu + sigma * z1 + c * (theta + tau * z2), jet);
    h11 -= sigma * sigma * jet[2]!;
    h12 -= sigma * c * tau * jet[2]!;
    h22 -= c * c * tau * tau * jet[2]!;
  }
  return { h11, h12, h22 };
}

/** How ẑ (m1, m2) and the factor K (d11, d21, d22) move with a parameter. */
interface Moved {
  readonly m1: number;
  readonly m2: number;
  readonly d11: number;
  readonly d21: number;
  readonly d22: number;
}

/** The Cholesky factor K of the curvature at the mode, and how mode and factor move with μ, θ, σ and τ. */
function factorAt(groups: readonly Group[], point: LevelAndEffect, z1: number, z2: number) {
  const { h11, h12, h22 } = curvatureAt(groups, point, z1, z2);
  const k11 = Math.sqrt(h11);
  const k21 = h12 / k11;
  const k22 = Math.sqrt(h22 - k21 * k21);
  const determinant = h11 * h22 - h12 * h12;
  const { mu, theta, sigma, tau } = point;
  const jets = groups.map(({ component, contrast: c }) => {
    component.evaluate(mu + sigma * z1 + c * (theta + tau * z2), jet);
    return { d1: jet[1]!, d2: jet[2]!, d3: jet[3]!, c };
  });
  const moved = PARAMETERS.map(({ eta, level, effect }): Moved => {
    let [g1, g2] = [0, 0];
    for (const { d1, d2, c } of jets) {
      const slope = d2 * eta(c, z1, z2);
      g1 += slope * sigma + d1 * level;
      g2 += slope * c * tau + d1 * c * effect;
    }
    const m1 = (h22 * g1 - h12 * g2) / determinant;
    const m2 = (h11 * g2 - h12 * g1) / determinant;
    let [dh11, dh12, dh22] = [0, 0, 0];
    for (const { d2, d3, c } of jets) {
      const along = d3 * (eta(c, z1, z2) + sigma * m1 + c * tau * m2);
      dh11 -= along * sigma * sigma + 2 * d2 * sigma * level;
      dh12 -= c * (along * sigma * tau + d2 * (level * tau + sigma * effect));
      dh22 -= c * c * (along * tau * tau + 2 * d2 * tau * effect);
    }
    const d11 = dh11 / (2 * k11);
    const d21 = (dh12 - k21 * d11) / k11;
    return { m1, m2, d11, d21, d22: (dh22 - 2 * k21 * d21) / (2 * k22) };
  });
  evaluate(groups, point, z1, z2);
  return { k11, k21, k22, moved };
}

/** Of μ, θ, σ and τ: ∂η, and whether it is the parameter that scales z₁ (level) or z₂ (effect). */
const PARAMETERS = [
  { eta: () => 1, level: 0, effect: 0 },
  { eta: (c: number) => c, level: 0, effect: 0 },
  { eta: (_: number, z1: number) => z1, level: 1, effect: 0 },
  { eta: (c: number, _: number, z2: number) => c * z2, level: 0, effect: 1 },
] as const;
