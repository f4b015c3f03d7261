import type { SumsAt } from "../regression/profileSums.js";
import { rangeOf } from "../regression/range.js";
import type { SparseDesign } from "./sparseDesign.js";
import type { SparseLeastSquares } from "./sparseLeastSquares.js";

/** What the estimators of τ² read of a fit. */
export function sparseSums({ p, v }: SparseDesign, fitAt: (tau2: number) => SparseLeastSquares): SumsAt {
  const { lowest, highest } = rangeOf(v);
  return (tau2) => {
    const { w, q1, q2, df, logXWX, leverages } = fitAt(tau2);
    const w1 = w.reduce((sum, each) => sum + each, 0);
    const leastTrP = Math.max(df / (highest + tau2), w1 - p / (lowest + tau2));
    return {
      df,
      q1,
      q2,
      w1,
      leastTrP,
      trP: () => Math.max(leastTrP, w1 - leverages().reduce((sum, leverage, i) => sum + leverage * w[i]!, 0)),
      halfLogW: () => 0.5 * w.reduce((sum, each) => sum + Math.log(each), 0),
      halfLogXWX: () => 0.5 * logXWX,
    };
  };
}
