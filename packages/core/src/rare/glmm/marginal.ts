import type { StudyLikelihood } from "./component.js";
import type { QuadratureRule } from "./gaussHermite.js";

/** ln L of a study integrated over its effect u = θ + τz, and derivatives of that. */
export interface Marginal {
  logLik: number;
  byTheta: number;
  byTau: number;
  byNu: number;
  /** Second derivatives, exact for τ = 0, else as if the integrand were normal. */
  thetaTheta: number;
  thetaNu: number;
  nuNu: number;
}

/** Derivatives of ln L by u and ν: l, u, uu, uuu, ν, uν, νν, uuν. */
const at = new Float64Array(8);
const jet = new Float64Array(4);

function evaluate({ parts }: StudyLikelihood, nu: number, u: number): void {
  at.fill(0);
  for (const { component, onNuisance: p, onEffect: q } of parts) {
    component.evaluate(p * nu + q * u, jet);
    at[0]! += jet[0]!;
    at[1]! += q * jet[1]!;
    at[2]! += q * q * jet[2]!;
    at[3]! += q * q * q * jet[3]!;
    if (p === 0) continue;
    at[4]! += p * jet[1]!;
    at[5]! += p * q * jet[2]!;
    at[6]! += p * p * jet[2]!;
    at[7]! += p * q * q * jet[3]!;
  }
}

/**
 * Adaptive Gauss-Hermite quadrature of ∫L(θ + τz)φ(z)dz: nodes are laid about the mode ẑ of the integrand, as far apart
 * as its curvature asks, s = (1 − τ²l″)^(−1/2); derivatives are those of the approximation itself, by the chain rule
 * through ẑ and s. O(points).
 *
 * Liu & Pierce 1994, Biometrika 81:624-629; Pinheiro & Bates 1995, JCGS 4:12-35, sec. 2.4.
 */
export function marginal(
  study: StudyLikelihood,
  { theta, tau, nu }: { theta: number; tau: number; nu: number },
  { nodes, factors }: QuadratureRule,
  out: Marginal,
): void {
  const z = modeOf(study, { theta, tau, nu });
  const [l, lu, luu, luuu] = [at[0]!, at[1]!, at[2]!, at[3]!];
  const [lv, luv, lvv, luuv] = [at[4]!, at[5]!, at[6]!, at[7]!];
  const s2 = 1 / (1 - tau * tau * luu);
  out.thetaTheta = luu * s2;
  out.thetaNu = luv * s2;
  out.nuNu = lvv + (tau * luv) ** 2 * s2;
  if (tau === 0) {
    out.logLik = l;
    out.byTheta = lu;
    out.byTau = 0;
    out.byNu = lv;
    return;
  }
  const s = Math.sqrt(s2);
  const hzzz = tau ** 3 * luuu;
  const zTheta = s2 * tau * luu;
  const zTau = s2 * (lu + z * tau * luu);
  const zNu = s2 * tau * luv;
  const logSTheta = 0.5 * s2 * (tau * tau * luuu + hzzz * zTheta);
  const logSTau = 0.5 * s2 * (2 * tau * luu + z * tau * tau * luuu + hzzz * zTau);
  const logSNu = 0.5 * s2 * (tau * tau * luuv + hzzz * zNu);
  const top = l - 0.5 * z * z;
  let [sum, byTheta, byTau, byNu] = [0, 0, 0, 0];
  for (let j = 0; j < nodes.length; j++) {
    const t = nodes[j]!;
    const zj = z + s * t;
    evaluate(study, nu, theta + tau * zj);
    const mass = factors[j]! * Math.exp(at[0]! - 0.5 * zj * zj - top);
    const slope = tau * at[1]! - zj;
    sum += mass;
    byTheta += mass * (at[1]! + slope * (zTheta + s * logSTheta * t));
    byTau += mass * (zj * at[1]! + slope * (zTau + s * logSTau * t));
    byNu += mass * (at[4]! + slope * (zNu + s * logSNu * t));
  }
  out.logLik = top + Math.log(s * sum);
  out.byTheta = logSTheta + byTheta / sum;
  out.byTau = logSTau + byTau / sum;
  out.byNu = logSNu + byNu / sum;
}

/**
 * The z at which l(θ + τz) − z²/2 is largest: a root of τl′ − z, between 0 and τl′(θ). Leaves the derivatives there.
 */
function modeOf(study: StudyLikelihood, { theta, tau, nu }: { theta: number; tau: number; nu: number }): number {
  evaluate(study, nu, theta);
  const far = tau * at[1]!;
  let [lower, upper] = [Math.min(0, far), Math.max(0, far)];
  let z = 0;
  for (let iteration = 0; iteration < 200; iteration++) {
    const slope = tau * at[1]! - z;
    if (slope > 0) lower = z;
    else upper = z;
    const step = slope / (1 - tau * tau * at[2]!);
    if (Math.abs(step) <= 1e-14 * (1 + Math.abs(z))) break;
    const next = z + step;
    z = next >= lower && next <= upper ? next : lower + (upper - lower) / 2;
    evaluate(study, nu, theta + tau * z);
  }
  return z;
}
