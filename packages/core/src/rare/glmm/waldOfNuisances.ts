import type { StudyLikelihood } from "./component.js";
import type { EffectFit } from "./fitEffect.js";
import type { QuadratureRule } from "./gaussHermite.js";
import { type Marginal, marginal } from "./marginal.js";

/**
 * Wald's statistic that the ν of all studies are one, ν̂ᵀV⁻¹ν̂ − (1ᵀV⁻¹ν̂)²/1ᵀV⁻¹1. The curvature of ln L in all ν and
 * (θ, τ) is an arrow, D on the diagonal with columns C and corner B, so V⁻¹ = D − CB⁻¹Cᵀ and all is O(k).
 */
export function waldOfNuisances(studies: readonly StudyLikelihood[], fit: EffectFit, rule: QuadratureRule): number {
  const isFree = fit.tau > 0;
  let [b11, b12, b22] = [0, 0, 0];
  // Of (1, 1), (1, ν̂) and (ν̂, ν̂): sums of D, and of C times the vector.
  let [d11, d1v, dvv, c11, c12, cv1, cv2] = [0, 0, 0, 0, 0, 0, 0];
  for (const [i, study] of studies.entries()) {
    const nu = fit.nu[i]!;
    const curved = curvature(study, { theta: fit.theta, tau: fit.tau, nu }, rule);
    b11 += curved.thetaTheta;
    b12 += curved.thetaTau;
    b22 += curved.tauTau;
    d11 += curved.nuNu;
    d1v += curved.nuNu * nu;
    dvv += curved.nuNu * nu * nu;
    c11 += curved.nuTheta;
    c12 += curved.nuTau;
    cv1 += curved.nuTheta * nu;
    cv2 += curved.nuTau * nu;
  }
  const determinant = isFree ? b11 * b22 - b12 * b12 : b11;
  const through = (x1: number, x2: number, y1: number, y2: number) =>
    isFree ? (b22 * x1 * y1 - b12 * (x1 * y2 + x2 * y1) + b11 * x2 * y2) / determinant : (x1 * y1) / determinant;
  const ones = d11 - through(c11, c12, c11, c12);
  const mixed = d1v - through(c11, c12, cv1, cv2);
  const own = dvv - through(cv1, cv2, cv1, cv2);
  return Math.max(0, own - mixed ** 2 / ones);
}

interface Point {
  readonly theta: number;
  readonly tau: number;
  readonly nu: number;
}

/** −∂² ln L of a study by (θ, τ, ν), by differences of its first derivatives with an error of order h⁴. */
function curvature(study: StudyLikelihood, point: Point, rule: QuadratureRule) {
  const gradient = (moved: Partial<Point>): readonly [number, number, number] => {
    const one: Marginal = { logLik: 0, byTheta: 0, byTau: 0, byNu: 0, thetaTheta: 0, thetaNu: 0, nuNu: 0 };
    marginal(study, { ...point, ...moved }, rule, one);
    return [one.byTheta, one.byTau, one.byNu];
  };
  const along = (name: keyof Point, h: number) => {
    const difference = (step: number) => {
      const above = gradient({ [name]: point[name] + step });
      const below = gradient({ [name]: point[name] - step });
      return above.map((value, i) => (below[i]! - value) / (2 * step));
    };
    const [coarse, fine] = [difference(h), difference(h / 2)];
    return fine.map((value, i) => (4 * value - coarse[i]!) / 3);
  };
  const byTheta = along("theta", STEP);
  const byTau = along("tau", Math.min(STEP, point.tau / 10 || STEP));
  const byNu = along("nu", STEP);
  return {
    thetaTheta: byTheta[0]!,
    thetaTau: byTau[0]!,
    tauTau: byTau[1]!,
    nuTheta: byNu[0]!,
    nuTau: byNu[1]!,
    nuNu: byNu[2]!,
  };
}

const STEP = 1e-2;
