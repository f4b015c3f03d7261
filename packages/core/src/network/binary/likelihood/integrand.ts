import { cholesky, choleskySolve } from "../../../linear/cholesky.js";
import type { Component } from "../../../rare/glmm/component.js";

/** ln L(λ + τCz) − z′z/2 of arms, less a constant, with the derivatives that `evaluate` leaves in `at`. */
export interface Integrand {
  /** Arms, and dimensions of z. */
  readonly t: number;
  readonly dimensions: number;
  /** Rows of arms. */
  readonly C: readonly Float64Array[];
  readonly at: {
    /** u = Cz of each arm, and the derivatives of its ln L by its linear predictor. */
    readonly u: Float64Array;
    readonly first: Float64Array;
    readonly second: Float64Array;
    readonly third: Float64Array;
    readonly byZ: Float64Array;
  };
  readonly evaluate: (lambda: Float64Array, tau: number, z: Float64Array) => number;
  /** Minus the curvature by z. */
  readonly minusCurvature: (tau: number) => Float64Array;
}

export function integrandOf(components: readonly Component[], C: readonly Float64Array[]): Integrand {
  const t = components.length;
  const D = t - 1;
  const jet = new Float64Array(4);
  const ofArms = () => new Float64Array(t);
  const at = { u: ofArms(), first: ofArms(), second: ofArms(), third: ofArms(), byZ: new Float64Array(D) };
  return {
    t,
    dimensions: D,
    C,
    at,
    evaluate(lambda, tau, z) {
      let h = 0;
      for (let d = 0; d < D; d++) {
        h -= 0.5 * z[d]! * z[d]!;
        at.byZ[d] = -z[d]!;
      }
      for (let i = 0; i < t; i++) {
        const row = C[i]!;
        let u = 0;
        for (let d = 0; d < D; d++) u += row[d]! * z[d]!;
        components[i]!.evaluate(lambda[i]! + tau * u, jet);
        h += jet[0]!;
        at.u[i] = u;
        at.first[i] = jet[1]!;
        at.second[i] = jet[2]!;
        at.third[i] = jet[3]!;
        for (let d = 0; d < D; d++) at.byZ[d]! += tau * row[d]! * jet[1]!;
      }
      return h;
    },
    minusCurvature(tau) {
      const K = sandwich(C, at.second, -tau * tau);
      for (let d = 0; d < D; d++) K[d * D + d]! += 1;
      return K;
    },
  };
}

/** factor · C′ diag(w) C */
export function sandwich(C: readonly Float64Array[], w: Float64Array, factor: number): Float64Array {
  const D = C.length - 1;
  const out = new Float64Array(D * D);
  for (const [i, row] of C.entries())
    for (let d = 0; d < D; d++) for (let e = 0; e < D; e++) out[d * D + e]! += factor * w[i]! * row[d]! * row[e]!;
  return out;
}

/** Newton's steps to the mode of the integrand, which is strictly concave, halved while it falls. */
export function modeOf(
  { evaluate, minusCurvature, at, dimensions }: Integrand,
  lambda: Float64Array,
  tau: number,
  start: Float64Array,
): Float64Array {
  let z = start;
  let h = evaluate(lambda, tau, z);
  for (let iteration = 0; iteration < 100; iteration++) {
    const step = choleskySolve(cholesky(minusCurvature(tau), dimensions)!, at.byZ);
    if (step.every((each, d) => Math.abs(each) <= 1e-13 * (1 + Math.abs(z[d]!)))) break;
    let factor = 1;
    let next = z.map((each, d) => each + step[d]!);
    let there = evaluate(lambda, tau, next);
    while (there < h - 1e-12 * Math.abs(h) && factor > 1e-10) {
      factor /= 2;
      next = z.map((each, d) => each + factor * step[d]!);
      there = evaluate(lambda, tau, next);
    }
    z = next;
    h = there;
  }
  return z;
}
