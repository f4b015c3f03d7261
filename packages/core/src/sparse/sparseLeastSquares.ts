import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { factorOf } from "./factor/factor.js";
import { sparseCross, sparseFitted, sparseGram, sparseQuadratics } from "./products.js";
import type { SparseDesign } from "./sparseDesign.js";

/** Weighted least squares with weights w = 1/(v + τ²). */
export interface SparseLeastSquares {
  readonly tau2: number;
  readonly w: Float64Array;
  readonly beta: Float64Array;
  readonly residuals: Float64Array;
  /** Σw e² and Σw² e² of the residuals e. */
  readonly q1: number;
  readonly q2: number;
  readonly df: number;
  /** log|X′WX| */
  readonly logXWX: number;
  /** (X′WX)⁻¹, p × p, row by row in one array. */
  readonly vcov: () => Float64Array;
  /** w x′(X′WX)⁻¹x of each row x. */
  readonly leverages: () => Float64Array;
}

/** X must have full rank; throws `VARIANCES_TOO_FAR_APART` where it has none to double precision. */
export function sparseLeastSquares(design: SparseDesign, tau2: number): SparseLeastSquares {
  const { p, y, v } = design;
  const w = v.map((variance) => 1 / (variance + tau2));
  const factor = factorOf(design, sparseGram(design, w));
  if (factor === null) throw metaError(messages.variancesTooFarApart({ variances: v }));
  const beta = factor.solve(sparseCross(design, w, y));
  const residuals = sparseFitted(design, beta);
  let q1 = 0;
  let q2 = 0;
  for (let i = 0; i < y.length; i++) {
    residuals[i] = y[i]! - residuals[i]!;
    const part = w[i]! * residuals[i]! * residuals[i]!;
    q1 += part;
    q2 += part * w[i]!;
  }
  return {
    tau2,
    w,
    beta,
    residuals,
    q1,
    q2,
    df: y.length - p,
    logXWX: factor.logDeterminant(),
    vcov: factor.inverse,
    leverages: () => sparseQuadratics(design, factor.inverseWithinRows()).map((each, i) => w[i]! * each),
  };
}
