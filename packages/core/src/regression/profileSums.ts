import { cholesky, choleskyLogDeterminant, choleskySolve } from "../linear/cholesky.js";
import { dot } from "../linear/products.js";
import type { Design } from "./design.js";
import { byRows, gram, type Rows } from "./gram.js";
import { subtract } from "./orthogonalise.js";
import { type Range, rangeOf } from "./range.js";
import { reweight } from "./reweight.js";
import { type LeastSquares, weightedLeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/** Sums of a mixed-effects regression at τ², with W = diag(1/(v + τ²)) and P = W − WX(X′WX)⁻¹X′W. */
export interface ProfileSums {
  /** k less the number of columns kept. */
  readonly df: number;
  /** y′Py and y′PPy */
  readonly q1: number;
  readonly q2: number;
  /** tr(W) */
  readonly w1: number;
  readonly trP: () => number;
  /** What tr(P) is at least: (k − p) min(w), and tr(W) − p max(w). */
  readonly leastTrP: number;
  /** ½ log|W| */
  readonly halfLogW: () => number;
  /** ½ log|X′WX| of the columns kept */
  readonly halfLogXWX: () => number;
}

/** The sums at any τ². */
export type SumsAt = (tau2: number) => ProfileSums;

/** The sums, and the least squares that they are of. */
interface FittedSums extends ProfileSums {
  readonly fit: () => LeastSquares;
}

/** A τ² at which √W₀X = QR was made orthonormal, and what is left of √W₀y. */
interface Base {
  readonly tau2: number;
  readonly fit: LeastSquares;
  /** Q */
  readonly rows: Rows;
  readonly logR: number;
}

/** Room for a number of each row, used again and again. */
type Scratch = readonly [Float64Array, Float64Array];

/** Largest ratio of a weight to its weight in the base, in parts of the smallest, at which Cholesky's method is used. */
const SPREAD = 1e4;

/**
 * What the estimators of τ² need, at many τ², in O(kp²) each without a decomposition for each: with the orthonormal basis
 * Q of √W₀X, X′WX = R′MR where M = Q′DQ, D = W/W₀, is well conditioned; Q is made anew where D has spread too far for that.
 *
 * What was asked for is remembered.
 *
 * @param atZero The fit at τ² = 0, where it is known.
 *
 * Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293, for any X.
 */
export function profileSums(design: Design, atZero = fitAt(design, 0)): (tau2: number) => FittedSums {
  const { v } = design;
  const range = rangeOf(v);
  const { lowest, highest } = range;
  const known = new Map<number, FittedSums>();
  const scratch = [new Float64Array(v.length), new Float64Array(v.length)] as const;
  let base = baseOf(atZero, 0);
  return (tau2) => {
    const before = known.get(tau2);
    if (before !== undefined) return before;
    const spread = ((lowest + tau2) / (lowest + base.tau2)) * ((highest + base.tau2) / (highest + tau2));
    if (spread > SPREAD || spread < 1 / SPREAD) base = baseOf(fitAt(design, tau2), tau2);
    const sums = sumsAt(v, base, { tau2, range, scratch });
    known.set(tau2, sums);
    return sums;
  };
}

function fitAt({ X, y, v }: Design, tau2: number): LeastSquares {
  return weightedLeastSquares(X, y, weightsAt(v, tau2));
}

function baseOf(fit: LeastSquares, tau2: number): Base {
  return {
    tau2,
    fit,
    rows: byRows(fit.basis.Q),
    logR: fit.basis.R.reduce((sum, column, j) => sum + Math.log(column[j]!), 0),
  };
}

function sumsAt(
  v: Float64Array,
  { tau2: from, fit, rows, logR }: Base,
  { tau2, range, scratch: [d, rest] }: { readonly tau2: number; readonly range: Range; readonly scratch: Scratch },
): FittedSums {
  const k = v.length;
  const { residuals } = fit;
  const { Q } = fit.basis;
  const p = Q.length;
  for (let i = 0; i < k; i++) {
    d[i] = (v[i]! + from) / (v[i]! + tau2);
    rest[i] = d[i]! * residuals[i]!;
  }
  const L = tau2 === from ? identity(p) : cholesky(gram(rows, d), p)!;
  const b = choleskySolve(
    L,
    Float64Array.from(Q, (q) => dot(q, rest)),
  );
  rest.set(residuals);
  for (let j = 0; j < p; j++) subtract(rest, b[j]!, Q[j]!);
  let w1 = 0;
  let q1 = 0;
  let q2 = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / (v[i]! + tau2);
    const part = d[i]! * rest[i]! * rest[i]!;
    w1 += w;
    q1 += part;
    q2 += part * w;
  }
  const leastTrP = Math.max((k - p) / (range.highest + tau2), w1 - p / (range.lowest + tau2));
  return {
    df: k - p,
    q1,
    q2,
    w1,
    trP: () => {
      const dw = new Float64Array(k);
      for (let i = 0; i < k; i++) dw[i] = (v[i]! + from) / ((v[i]! + tau2) * (v[i]! + tau2));
      return Math.max(w1 - traceOfQuotient(L, gram(rows, dw), p), leastTrP);
    },
    leastTrP,
    halfLogW: () => -0.5 * v.reduce((sum, variance) => sum + Math.log(variance + tau2), 0),
    halfLogXWX: () => logR + 0.5 * choleskyLogDeterminant(L, p),
    fit: () =>
      tau2 === from ? fit : reweight(fit, { root: v.map((each) => Math.sqrt((each + from) / (each + tau2))), L }),
  };
}

function identity(p: number): Float64Array {
  const out = new Float64Array(p * p);
  for (let j = 0; j < p; j++) out[j * p + j] = 1;
  return out;
}

/** tr((LL′)⁻¹N) */
function traceOfQuotient(L: Float64Array, N: Float64Array, p: number): number {
  let trace = 0;
  for (let j = 0; j < p; j++) trace += choleskySolve(L, N.slice(j * p, (j + 1) * p))[j]!;
  return trace;
}
