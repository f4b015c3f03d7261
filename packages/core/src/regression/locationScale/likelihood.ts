import { dot } from "../../linear/products.js";
import type { Curved } from "../../numerics/minimiseInBox.js";
import type { Design } from "../design.js";
import { leverages } from "../leverages.js";
import { timesEach } from "../orthogonalise.js";
import { type LeastSquares, weightedLeastSquares } from "../weightedLeastSquares.js";
import { type LogVariances, tau2At } from "./logVariances.js";

/** Log-variances of which a likelihood is asked, and which likelihood. */
export interface LocationScaleProblem {
  /** With columns none of which follows from those before it. */
  readonly design: Design;
  readonly logVariances: LogVariances;
  readonly isRestricted: boolean;
}

/** Minus the log-likelihood at given τ², without its constants, and the fit of the mean that it is of. */
function minusLogLikelihood(
  { X, y, v }: Design,
  tau2: Float64Array,
  isRestricted: boolean,
): { readonly value: number; readonly fit: LeastSquares } | null {
  const w = new Float64Array(y.length);
  let value = 0;
  for (let i = 0; i < w.length; i++) {
    const total = v[i]! + tau2[i]!;
    w[i] = 1 / total;
    value += 0.5 * Math.log(total);
  }
  if (!Number.isFinite(value)) return null;
  const fit = weightedLeastSquares(X, y, w);
  if (fit.kept.length < X.length) return null;
  value += 0.5 * fit.QE;
  if (isRestricted) for (const column of fit.basis.R) value += Math.log(column.at(-1)!);
  return { value, fit };
}

/**
 * Minus the log-likelihood of log τ² = Bγ with β at its best, its slope and its second derivatives, in O(k(p + q)²). With
 * Py = W(y − Xβ), dⱼ = τ²bⱼ and Dⱼ = diag(dⱼ), the log-likelihood has the slope ½Σdⱼ((Py)² − c), where c is the diagonal of
 * P by REML and that of W by ML, and by P′ = −PDP the second derivatives
 * ½Σ dⱼbₗ((Py)² − c) − (DⱼPy)′P(DₗPy) + ½tr(CDⱼCDₗ), C = P by REML and W by ML.
 *
 * Viechtbauer & López-López 2022, Research Synthesis Methods 13:697-715; derivatives as in Harville 1977, Journal of the
 * American Statistical Association 72:320-338.
 */
export function curvedLikelihood({ design, logVariances, isRestricted }: LocationScaleProblem) {
  const { v } = design;
  return (gamma: Float64Array): Curved => {
    const q = gamma.length;
    const gradient = new Float64Array(q);
    const hessian = new Float64Array(q * q);
    const tau2 = tau2At(logVariances, gamma, v.length);
    const at = minusLogLikelihood(design, tau2, isRestricted);
    if (at === null) return { value: Number.POSITIVE_INFINITY, gradient, hessian };
    const { residuals, basis } = at.fit;
    const h = isRestricted ? leverages(basis.Q, v.length) : new Float64Array(v.length);
    const excess = residuals.map((each, i) => each * each - Math.max(0, 1 - h[i]!));
    const parts = logVariances.columns.map((b) => b.map((each, i) => (each * tau2[i]!) / (v[i]! + tau2[i]!)));
    const pulls = parts.map((s) => timesEach(s, residuals));
    const along = pulls.map((pull) => basis.Q.map((column) => dot(column, pull)));
    const blocks = isRestricted ? parts.map((s) => blockOf(basis.Q, s)) : [];
    for (let j = 0; j < q; j++) {
      gradient[j] = -0.5 * dot(parts[j]!, excess);
      for (let l = 0; l <= j; l++) {
        let turned = 0;
        let trace = 0;
        const [b, s, other] = [logVariances.columns[j]!, parts[l]!, parts[j]!];
        for (let i = 0; i < v.length; i++) {
          turned += b[i]! * s[i]! * excess[i]!;
          trace += s[i]! * other[i]! * (1 - 2 * h[i]!);
        }
        if (isRestricted) trace += dot(blocks[j]!, blocks[l]!);
        const quadratic = dot(pulls[j]!, pulls[l]!) - along[j]!.reduce((sum, each, m) => sum + each * along[l]![m]!, 0);
        hessian[j * q + l] = quadratic - 0.5 * (turned + trace);
        hessian[l * q + j] = hessian[j * q + l]!;
      }
    }
    return { value: at.value, gradient, hessian };
  };
}

/** Q′ diag(s) Q */
function blockOf(Q: readonly Float64Array[], s: Float64Array): Float64Array {
  const p = Q.length;
  const out = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    const weighted = timesEach(Q[a]!, s);
    for (let b = 0; b <= a; b++) {
      out[a * p + b] = dot(weighted, Q[b]!);
      out[b * p + a] = out[a * p + b]!;
    }
  }
  return out;
}
