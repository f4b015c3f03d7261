import { cholesky, choleskyInverse, choleskyLogDeterminant, choleskySolve } from "../../linear/cholesky.js";
import { dot } from "../../linear/products.js";
import type { Curved } from "../../numerics/minimiseInBox.js";
import { sparseCross, sparseFitted, sparseGram, sparseQuadratics } from "../products.js";
import type { MixedDesign } from "./mixedDesign.js";

/** A mixed model at given variances. */
export interface MixedFit {
  /** Minus the restricted log-likelihood, with its slope along τ² and each term's variance, and the average information. */
  readonly curved: Curved;
  /** Fixed effects, then predicted random ones; of a term of variance 0 they are 0. */
  readonly effects: Float64Array;
  /**
   * The joint covariance of the estimates of fixed effects and of the prediction errors of random ones, row by row in one array; of
   * a term of variance 0 there are none.
   */
  readonly vcov: Float64Array;
  /** y′Py */
  readonly Q: number;
}

const LOG_2PI = Math.log(2 * Math.PI);

/**
 * By the mixed-model equations: with W = diag(1/(v + τ²)) and G the diagonal of the terms' variances
 *
 *   C = | X′WX   X′WZ       |     −2ℓ = (k − p) log 2π − log|W| + log|G| + log|C| + y′Py
 *       | Z′WX   Z′WZ + G⁻¹ |
 *
 * null where C is not positive definite: columns of X follow from others. A term of variance 0 has no part in C; its slope is that
 * of a variance that begins to grow.
 *
 * Henderson 1975, Biometrics 31:423-447; Gilmour, Thompson & Cullis 1995, Biometrics 51:1440-1450.
 */
export function mixedLikelihood(model: MixedDesign, theta: Float64Array): MixedFit | null {
  const { design, fixed, termOf } = model;
  const { p, y, v } = design;
  const w = v.map((variance) => 1 / (variance + theta[0]!));
  const variances = Float64Array.from(termOf, (term) => theta[1 + term]!);
  const C = sparseGram(design, w);
  let logG = 0;
  for (let z = 0; z < variances.length; z++) {
    if (variances[z]! === 0) withoutColumn(C, p, fixed + z);
    else {
      C[(fixed + z) * (p + 1)]! += 1 / variances[z]!;
      logG += Math.log(variances[z]!);
    }
  }
  const L = cholesky(C, p);
  if (L === null) return null;
  const cross = sparseCross(design, w, y);
  for (let z = 0; z < variances.length; z++) if (variances[z]! === 0) cross[fixed + z] = 0;
  const effects = choleskySolve(L, cross);
  const r = sparseFitted(design, effects);
  let Q = 0;
  let logW = 0;
  for (let i = 0; i < y.length; i++) {
    r[i] = w[i]! * (y[i]! - r[i]!);
    Q += y[i]! * r[i]!;
    logW += Math.log(w[i]!);
  }
  const vcov = choleskyInverse(L, p);
  for (let z = 0; z < variances.length; z++) if (variances[z]! === 0) vcov[(fixed + z) * (p + 1)] = 0;
  const value = 0.5 * ((y.length - fixed) * LOG_2PI - logW + logG + choleskyLogDeterminant(L, p) + Q);
  const gradient = slopes(model, { w, r, vcov, variances });
  const hessian = averageInformation(model, { w, r, L, variances });
  return { curved: { value, gradient, hessian }, effects, vcov, Q };
}

/** Takes a column from the equations: its effect is 0. */
function withoutColumn(C: Float64Array, p: number, column: number): void {
  for (let j = 0; j < p; j++) {
    C[column * p + j] = 0;
    C[j * p + column] = 0;
  }
  C[column * (p + 1)] = 1;
}

/** ½(tr(PVᵢ) − r′Vᵢr) with r = Py, and V = ZₜZₜ′ of a term. */
function slopes(
  model: MixedDesign,
  at: {
    readonly w: Float64Array;
    readonly r: Float64Array;
    readonly vcov: Float64Array;
    readonly variances: Float64Array;
  },
): Float64Array {
  const { design, fixed, termOf, terms } = model;
  const { w, r, vcov } = at;
  const gradient = new Float64Array(1 + terms);
  const quadratics = sparseQuadratics(design, vcov);
  for (let i = 0; i < w.length; i++) gradient[0]! += 0.5 * (w[i]! - w[i]! ** 2 * quadratics[i]! - r[i]! ** 2);
  const Zr = sparseCross(design, r, new Float64Array(r.length).fill(1));
  const traces = tracesOfColumns(model, at);
  for (let z = 0; z < termOf.length; z++) gradient[1 + termOf[z]!]! += 0.5 * (traces[z]! - Zr[fixed + z]! ** 2);
  return gradient;
}

/** Below this part of a variance, what a column's effect loses in it by being predicted is lost in rounding. */
const ROUNDED = 1e-4;

/**
 * z′Pz of each random column: (1 − C/σ²)/σ² of its element C of the inverse; where that cancels, as where σ² is 0, from
 * P = W − W[X Z]C⁻¹[X Z]′W.
 *
 * Searle, Casella & McCulloch 1992, Variance Components, sec. 7.6.
 */
function tracesOfColumns(
  { design, fixed, termOf }: MixedDesign,
  { w, vcov, variances }: { readonly w: Float64Array; readonly vcov: Float64Array; readonly variances: Float64Array },
): Float64Array {
  const { p } = design;
  const estimated = Int32Array.from({ length: p }, (_, i) => i).filter((i) => i < fixed || variances[i - fixed]! > 0);
  let gram: Float64Array | null = null;
  return Float64Array.from(termOf, (_, z) => {
    const variance = variances[z]!;
    const told = 1 - vcov[(fixed + z) * (p + 1)]! / variance;
    if (told > ROUNDED) return told / variance;
    gram ??= sparseGram(design, w);
    const own = gram.subarray((fixed + z) * p, (fixed + z + 1) * p);
    const together = estimated.filter((i) => own[i] !== 0);
    let trace = own[fixed + z]!;
    for (const i of together) for (const j of together) trace -= own[i]! * own[j]! * vcov[i * p + j]!;
    return trace;
  });
}

/** ½ aᵢ′Paⱼ with aᵢ = Vᵢr. */
function averageInformation(
  { design, fixed, termOf, terms }: MixedDesign,
  {
    w,
    r,
    L,
    variances,
  }: {
    readonly w: Float64Array;
    readonly r: Float64Array;
    readonly L: Float64Array;
    readonly variances: Float64Array;
  },
): Float64Array {
  const m = 1 + terms;
  const Zr = sparseCross(design, r, new Float64Array(r.length).fill(1));
  const moved = [r];
  for (let term = 0; term < terms; term++) {
    const own = Zr.map((each, column) => (column >= fixed && termOf[column - fixed] === term ? each : 0));
    moved.push(sparseFitted(design, own));
  }
  const projected = moved.map((a) => {
    const cross = sparseCross(design, w, a);
    for (let z = 0; z < variances.length; z++) if (variances[z]! === 0) cross[fixed + z] = 0;
    const fitted = sparseFitted(design, choleskySolve(L, cross));
    for (let i = 0; i < a.length; i++) fitted[i] = w[i]! * (a[i]! - fitted[i]!);
    return fitted;
  });
  const information = new Float64Array(m * m);
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) information[i * m + j] = 0.5 * dot(moved[i]!, projected[j]!);
  return information;
}
