import { choose } from "../../../registry/choose.js";
import { sparseMixedEffects } from "../../../sparse/mixedEffects.js";
import { sparseLeastSquares } from "../../../sparse/sparseLeastSquares.js";
import { networkDesign, treatmentColumns } from "../../arrange/networkDesign.js";
import { subnetworks } from "../../arrange/subnetworks.js";
import type { NetworkTrial } from "../../arrange/trial.js";
import type { NetworkTau2Estimator } from "../../tau2/estimator.js";
import { networkTau2Estimators } from "../../tau2/index.js";
import type { Estimated, SplitMethod } from "./method.js";

/**
 * Indirect evidence from a network without any trial that has both arms, with a τ² of its own; that of the whole network where
 * no effect is left to be estimated twice. Direct evidence is of the trials left out, with the τ² of the whole network.
 */
export const separateDesigns = {
  id: "SIDDE",
  label: "indirect evidence from trials without direct evidence",
  citation: "Efthimiou, Rücker, Schwarzer, Higgins, Egger & Salanti 2019, Statistics in Medicine 38:2992-3012",
  prepare: ({ network: { tau2, choices }, working: { model }, scale }) => {
    const estimator = choose<NetworkTau2Estimator>("tau2", networkTau2Estimators, choices.tau2);
    return ({ pair, trials, estimate, variance }) => {
      const direct = { estimate, variance };
      const own = new Set(trials.map(({ trial }) => trial));
      const others = model.trials.filter((trial) => !own.has(trial));
      const rest = connectedWith(pair, others, model.treatments.length);
      if (rest === null) return { direct, indirect: null, difference: null, tau2: tau2.value, scale };
      const indirect = indirectFrom(rest, pair, { estimator, whole: tau2.value });
      const difference = { estimate: estimate - indirect.estimate, variance: variance + indirect.variance };
      return { direct, indirect, difference, tau2: indirect.tau2, scale };
    };
  },
} as const satisfies SplitMethod;

/** The trials of the part in which both treatments are; null where they are in different parts. */
function connectedWith(
  [a, b]: readonly [number, number],
  trials: readonly NetworkTrial[],
  n: number,
): readonly NetworkTrial[] | null {
  const links = trials.flatMap(({ arms }) => Array.from(arms.subarray(1), (arm) => [arms[0]!, arm] as const));
  const part = new Set(subnetworks(n, links).find((places) => places.includes(a)));
  return part.has(b) ? trials.filter(({ arms }) => part.has(arms[0]!)) : null;
}

function indirectFrom(
  trials: readonly NetworkTrial[],
  [a, b]: readonly [number, number],
  { estimator, whole }: { readonly estimator: NetworkTau2Estimator; readonly whole: number },
): Estimated & { readonly tau2: number } {
  const present = [...new Set(trials.flatMap(({ arms }) => Array.from(arms)))].sort((one, other) => one - other);
  const placeOf = new Map(present.map((treatment, place) => [treatment, place]));
  const p = present.length - 1;
  const columns = treatmentColumns(placeOf.get(b)!);
  const { design } = networkDesign(trials, p, (treatment) => columns(placeOf.get(treatment)!));
  const { fit: own } = sparseMixedEffects(design, estimator);
  const { beta, vcov, tau2 } = own.df > 0 ? own : sparseLeastSquares(design, whole);
  const column = placeOf.get(a)!;
  return { estimate: beta[column]!, variance: vcov()[column * (p + 1)]!, tau2 };
}
