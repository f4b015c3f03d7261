import type { Tau2Method } from "../../pool/tau2/index.js";
import { byLikelihood } from "./likelihoodWithin.js";
import { byHunterSchmidt, byMoments, bySidikJonkman, byTwoSteps } from "./momentsWithin.js";
import { byGeneralisedQ } from "./qWithin.js";
import { closedForm, type WithinEstimator } from "./strata.js";

const byCochran = byMoments(() => 1);
const byDersimonianLaird = byMoments((variance) => 1 / variance);
const byPauleMandel = byGeneralisedQ();

/**
 * For each registered estimator of τ² the one of a τ² common to subgroups: the same principle in a model that has a mean
 * for each subgroup. With one subgroup they are the same.
 */
export const withinEstimators: Readonly<Record<Tau2Method, WithinEstimator>> = {
  EE: () => closedForm(0),
  DL: byDersimonianLaird,
  PM: byPauleMandel,
  ML: byLikelihood({ isRestricted: false }),
  REML: byLikelihood({ isRestricted: true }),
  HE: byCochran,
  HS: byHunterSchmidt({ corrected: false }),
  HSk: byHunterSchmidt({ corrected: true }),
  SJ: bySidikJonkman,
  EB: byPauleMandel,
  PMM: byGeneralisedQ({ p: 0.5 }),
  DL2: byTwoSteps(byDersimonianLaird),
  CA2: byTwoSteps(byCochran),
  DLIT: byPauleMandel,
  SJIT: byPauleMandel,
};
