import { choose } from "../../registry/choose.js";
import type { ProfileSums, SumsAt } from "../../regression/profileSums.js";
import { type SparseDesign, sparseDesign } from "../../sparse/sparseDesign.js";
import { sparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import { sparseSums } from "../../sparse/sparseSums.js";
import type { NetworkTau2Estimator } from "../tau2/estimator.js";
import { networkTau2Estimators } from "../tau2/index.js";

/** The τ² that designs have in common where each has effects of its own: heterogeneity without inconsistency. */
export function withinTau2(designs: readonly SparseDesign[], method: string): number {
  const { compute } = choose<NetworkTau2Estimator>("tau2", networkTau2Estimators, method);
  const at = together(designs.map((design) => sparseSums(design, (tau2) => sparseLeastSquares(design, tau2))));
  const rows = designs.flatMap(({ y, v }) => Array.from(y, (each, i) => ({ x: [], y: each, v: v[i]! })));
  return compute(sparseDesign(0, rows), at).value;
}

/** Regressions that share τ² and nothing else have the sums of all. */
function together(parts: readonly SumsAt[]): SumsAt {
  return (tau2) => {
    const each = parts.map((at) => at(tau2));
    const total = (of: (sums: ProfileSums) => number) => each.reduce((sum, one) => sum + of(one), 0);
    return {
      df: total(({ df }) => df),
      q1: total(({ q1 }) => q1),
      q2: total(({ q2 }) => q2),
      w1: total(({ w1 }) => w1),
      leastTrP: total(({ leastTrP }) => leastTrP),
      trP: () => total(({ trP }) => trP()),
      halfLogW: () => total(({ halfLogW }) => halfLogW()),
      halfLogXWX: () => total(({ halfLogXWX }) => halfLogXWX()),
    };
  };
}
