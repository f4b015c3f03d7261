import { cholesky, forwardSolve } from "../../../linear/cholesky.js";
import type { Component } from "../../../rare/glmm/component.js";
import { type Integrand, integrandOf, modeOf } from "./integrand.js";
import { type MovedMode, movedMode } from "./movedMode.js";
import type { QuadratureGrid } from "./quadratureGrid.js";
import type { TrialJet } from "./trialLikelihood.js";

/** ln L of arms with linear predictors λ + τCz, z integrated out; the last element of its jets is τ's. */
export type Integral = (lambda: Float64Array, tau: number) => TrialJet;

/**
 * Adaptive Gauss-Hermite quadrature of ∫L(λ + τCz)φ(z)dz in several dimensions: nodes x are laid about the mode ẑ of the
 * integrand as z = ẑ + K⁻ᵀx, KK′ being minus its curvature there. Slopes are those of the approximation itself, by the chain
 * rule through ẑ and K; curvatures those of the integral (Louis), for steps.
 *
 * Liu & Pierce 1994, Biometrika 81:624-629; Pinheiro & Bates 1995, JCGS 4:12-35, sec. 2.4; Louis 1982, JRSS B 44:226-233.
 */
export function integrated(
  components: readonly Component[],
  C: readonly Float64Array[],
  grid: QuadratureGrid,
): Integral {
  const integrand = integrandOf(components, C);
  const { t, dimensions: D } = integrand;
  let mode: Float64Array = new Float64Array(D);
  return (lambda, tau) => {
    mode = modeOf(integrand, lambda, tau, mode);
    const top = integrand.evaluate(lambda, tau, mode);
    const K = cholesky(integrand.minusCurvature(tau), D)!;
    const moves = Array.from({ length: t + 1 }, (_, parameter) => movedMode(integrand, K, tau, parameter));
    const sums = sumOverNodes(integrand, { lambda, tau, mode, K, top }, grid);
    let logDeterminant = 0;
    for (let d = 0; d < D; d++) logDeterminant += Math.log(K[d * D + d]!);
    return {
      logLik: top + Math.log(sums.mass) - logDeterminant,
      score: sums.means.map((mean, parameter) => mean + throughNodes(moves[parameter]!, sums, D)),
      information: sums.information,
    };
  };
}

interface NodeSums {
  readonly mass: number;
  /** Of the derivatives by λ and τ at the nodes. */
  readonly means: Float64Array;
  /** −E[∂²ln L] − Cov(∂ln L) */
  readonly information: Float64Array;
  /** E of the slope by z, and of K⁻¹ times it with x. */
  readonly slope: Float64Array;
  readonly turned: Float64Array;
}

interface Place {
  readonly lambda: Float64Array;
  readonly tau: number;
  readonly mode: Float64Array;
  readonly K: Float64Array;
  readonly top: number;
}

function sumOverNodes(
  { at, t, dimensions: D, evaluate }: Integrand,
  { lambda, tau, mode, K, top }: Place,
  { nodes, factors }: QuadratureGrid,
): NodeSums {
  const q = t + 1;
  let total = 0;
  const own = new Float64Array(q);
  const means = new Float64Array(q);
  const information = new Float64Array(q * q);
  const slope = new Float64Array(D);
  const turned = new Float64Array(D * D);
  for (const [k, x] of nodes.entries()) {
    const z = backSolve(K, x);
    for (let d = 0; d < D; d++) z[d]! += mode[d]!;
    const mass = factors[k]! * Math.exp(evaluate(lambda, tau, z) - top);
    total += mass;
    own.set(at.first);
    own[t] = at.first.reduce((sum, each, i) => sum + each * at.u[i]!, 0);
    for (let i = 0; i < q; i++) {
      means[i]! += mass * own[i]!;
      for (let j = 0; j < q; j++) information[i * q + j]! -= mass * own[i]! * own[j]!;
    }
    for (let i = 0; i < t; i++) {
      const w = -mass * at.second[i]!;
      information[i * q + i]! += w;
      information[i * q + t]! += w * at.u[i]!;
      information[t * q + i]! += w * at.u[i]!;
      information[t * q + t]! += w * at.u[i]! ** 2;
    }
    const byX = forwardSolve(K, at.byZ);
    for (let d = 0; d < D; d++) {
      slope[d]! += mass * at.byZ[d]!;
      for (let e = 0; e < D; e++) turned[d * D + e]! += mass * byX[d]! * x[e]!;
    }
  }
  const mean = (sum: number) => sum / total;
  const averages = means.map(mean);
  return {
    mass: total,
    means: averages,
    information: information.map((each, at) => each / total + averages[Math.floor(at / q)]! * averages[at % q]!),
    slope: slope.map(mean),
    turned: turned.map(mean),
  };
}

/** What a parameter changes by moving the nodes, and by the determinant of K. */
function throughNodes({ mode, phi }: MovedMode, { slope, turned }: NodeSums, D: number): number {
  let sum = 0;
  for (let d = 0; d < D; d++) {
    sum += slope[d]! * mode[d]! - phi[d * D + d]!;
    for (let e = 0; e <= d; e++) sum -= phi[d * D + e]! * turned[e * D + d]!;
  }
  return sum;
}

/** Solves K′x = b. */
function backSolve(K: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let i = n - 1; i >= 0; i--) {
    for (let m = i + 1; m < n; m++) x[i]! -= K[m * n + i]! * x[m]!;
    x[i]! /= K[i * n + i]!;
  }
  return x;
}
