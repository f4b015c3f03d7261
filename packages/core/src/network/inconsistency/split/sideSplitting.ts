import { cholesky } from "../../../linear/cholesky.js";
import { choose } from "../../../registry/choose.js";
import { type RegressionInterval, regressionIntervals } from "../../../regression/intervals.js";
import { sparseMixedEffects } from "../../../sparse/mixedEffects.js";
import { sparseGram } from "../../../sparse/products.js";
import type { SparseDesign } from "../../../sparse/sparseDesign.js";
import { networkDesign, treatmentColumns } from "../../arrange/networkDesign.js";
import type { NetworkTrial } from "../../arrange/trial.js";
import type { PairEvidence } from "../../pairEvidence.js";
import { scaleOf } from "../../scaleOf.js";
import type { NetworkTau2Estimator } from "../../tau2/estimator.js";
import { networkTau2Estimators } from "../../tau2/index.js";
import type { MultiArmDifference, SplitMethod } from "./method.js";

/** Shares of the difference that the first treatment's arm has in trials of both; the arm of the second has minus the rest. */
const shares: Readonly<Record<MultiArmDifference, number>> = { both: 0.5, treatment: 1, against: 0 };

/**
 * A coefficient δ in the model for what trials with both arms say beyond indirect evidence, with τ² estimated anew beside it. In a
 * trial of several arms δ moves the first arm, the second by as much the other way, or each by half, against the third: to
 * whichever arm it is given, the comparisons with the third arm count as direct evidence's or as indirect evidence's.
 */
export const sideSplitting = {
  id: "side-splitting",
  label: "a coefficient for direct comparisons",
  citation:
    "Dias, Welton, Caldwell & Ades 2010, Statistics in Medicine 29:932-944; White 2015, Stata Journal 15:951-985; Tu 2016, Value in Health 19:957-963",
  prepare: ({ network: { choices, tau2 }, working: { model }, scale, multiArm }) => {
    const estimator = choose<NetworkTau2Estimator>("tau2", networkTau2Estimators, choices.tau2);
    const interval = choose<RegressionInterval>("interval", regressionIntervals, choices.interval);
    const n = model.treatments.length;
    return (evidence) => {
      const direct = { estimate: evidence.estimate, variance: evidence.variance };
      const design = splitDesign(model.trials, n, { evidence, share: shares[multiArm] });
      if (!isIdentified(design)) return { direct, indirect: null, difference: null, tau2: tau2.value, scale };
      const { fit } = sparseMixedEffects(design, estimator);
      const [a, delta, p] = [evidence.pair[0], n - 1, n];
      const C = fit.vcov();
      const [own, shared, ofDelta] = [C[a * (p + 1)]!, C[a * p + delta]!, C[delta * (p + 1)]!];
      return {
        direct: { estimate: fit.beta[a]! + fit.beta[delta]!, variance: own + 2 * shared + ofDelta },
        indirect: { estimate: fit.beta[a]!, variance: own },
        difference: { estimate: fit.beta[delta]!, variance: ofDelta },
        tau2: fit.tau2,
        scale: scaleOf(fit, design.y, { interval, level: choices.level }),
      };
    };
  },
} as const satisfies SplitMethod;

/**
 * Effects against the second treatment of the pair, in as many columns as the network has, and δ in the last. In trials of both
 * the two arms count as treatments of their own, n and n + 1, which are the pair's with δ's shares.
 */
function splitDesign(
  trials: readonly NetworkTrial[],
  n: number,
  { evidence: { pair, trials: both }, share }: { readonly evidence: PairEvidence; readonly share: number },
): SparseDesign {
  const [a, b] = pair;
  const direct = new Set(both.map(({ trial }) => trial));
  const moved = trials.map((trial) =>
    direct.has(trial) ? { ...trial, arms: trial.arms.map((arm) => (arm === a ? n : arm === b ? n + 1 : arm)) } : trial,
  );
  const columns = treatmentColumns(b);
  return networkDesign(moved, n, (treatment) => {
    if (treatment === n) return [...columns(a), [n - 1, share]];
    return treatment === n + 1 ? [...columns(b), [n - 1, share - 1]] : columns(treatment);
  }).design;
}

/** Of δ's own information without weights, the part that other columns must leave for it to be estimated. */
const LEFT = 1e-9;

/** Whether anything but direct evidence tells of the pair. */
function isIdentified(design: SparseDesign): boolean {
  const { p, y } = design;
  const A = sparseGram(design, new Float64Array(y.length).fill(1));
  const L = cholesky(A, p);
  return L !== null && L[p * p - 1]! ** 2 > LEFT * A[p * p - 1]!;
}
