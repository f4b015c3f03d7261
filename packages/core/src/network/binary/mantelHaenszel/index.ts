import { chiSquareTest } from "../../../rare/result.js";
import { sparseFitted } from "../../../sparse/products.js";
import type { SparseDesign } from "../../../sparse/sparseDesign.js";
import { sparseLeastSquares } from "../../../sparse/sparseLeastSquares.js";
import { consistencyModel } from "../../arrange/networkDesign.js";
import type { NetworkTrial } from "../../arrange/trial.js";
import { networkStatistics } from "../../networkStatistics.js";
import type { CountTrial } from "../countTrial.js";
import type { BinaryNetworkMethod } from "../method.js";
import { withoutSilent } from "../withoutSilent.js";
import { corrected } from "./corrected.js";
import { designEffects } from "./designEffects.js";
import { finiteDesigns } from "./finiteDesigns.js";
import { grouped } from "./grouped.js";

/**
 * Mantel-Haenszel in two stages: the trials of each design (set of arms) by the generalised Mantel-Haenszel method, then the
 * designs by generalised least squares with their covariances. Q is Cochran's, of the trials' own log odds ratios about the
 * network's; `betweenDesigns` that of the designs. The likelihood is the normal one of the designs' estimates.
 */
export const mantelHaenszelMethod: BinaryNetworkMethod<"MH"> = {
  id: "MH",
  label: "Mantel-Haenszel, common effect",
  citation: "Efthimiou et al. 2019, Statistics in Medicine 38:2992-3012",
  options: ["zeroCells"],
  whole: false,
  rare: false,
  admit(trials, { zeroCells }) {
    const { trials: telling, leftOut } = withoutSilent(trials);
    const finite = finiteDesigns(corrected(telling, zeroCells));
    return { trials: finite.trials, leftOut: [...leftOut, ...finite.leftOut] };
  },
  fit({ trials, treatments, reference, design, df }) {
    const designs = grouped(trials.map(inOrder), ({ arms }) => arms.join()).map(([study, ofDesign]): NetworkTrial => {
      const { arms } = ofDesign[0]!;
      return { study, arms, rows: new Int32Array(0), signs: new Int8Array(0), ...designEffects(ofDesign) };
    });
    const model = consistencyModel(designs, treatments, reference);
    const fit = sparseLeastSquares(model.design, 0);
    return {
      beta: fit.beta,
      vcov: fit.vcov(),
      factor: 1,
      tau: null,
      Q: df === 0 ? 0 : cochran(design, fit.beta),
      betweenDesigns: chiSquareTest(fit.df === 0 ? 0 : fit.q1, fit.df),
      fit: networkStatistics(model, fit, { fixedTau2: true }).ML,
      iterations: 0,
      converged: true,
    };
  },
};

/** Σ(y − ŷ)²/v of the trials' own log odds ratios, whose covariances independent rows have dealt with. */
function cochran(design: SparseDesign, beta: Float64Array): number {
  const fitted = sparseFitted(design, beta);
  return design.y.reduce((sum, y, i) => sum + (y - fitted[i]!) ** 2 / design.v[i]!, 0);
}

/** Arms in the order of the treatments, so that trials of one design have theirs in the same. */
function inOrder({ study, arms, a, n }: CountTrial): CountTrial {
  const order = [...arms.keys()].sort((i, j) => arms[i]! - arms[j]!);
  return {
    study,
    arms: Int32Array.from(order, (i) => arms[i]!),
    a: Float64Array.from(order, (i) => a[i]!),
    n: Float64Array.from(order, (i) => n[i]!),
  };
}
