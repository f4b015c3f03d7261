import { freeze } from "../numerics/freeze.js";
import { differences } from "./differences.js";
import type { GoodEnd, Rankable } from "./joint.js";
import { checkRankOptions, type MidOptions } from "./options.js";
import { pairwiseRanks } from "./pairwiseRanks.js";
import { precision } from "./precision.js";
import type { Ranking } from "./result.js";
import { workingJoint } from "./workingJoint.js";

/** What {@link pScores} gives. */
export interface PScores extends Ranking {
  readonly better: GoodEnd;
  readonly mid: number;
}

/**
 * P-scores: the mean, over the others, of the probability that a treatment is better than another one, which is SUCRA without
 * draws. With a least difference that matters (`mid`), the mean probability of being better by at least that much.
 *
 * Probabilities are those of the fit's own intervals: t where they have degrees of freedom, normal otherwise. The expected
 * rank is 1 + Σ P(another is better by at least `mid`), so that without `mid` the score is (n − expected)/(n − 1). The limits of
 * each rank hold together for its n − 1 comparisons (Bonferroni); over all treatments, see `rankSets`. `poth` is null with a `mid`.
 * O(n²).
 *
 * Throws `UNKNOWN_DIRECTION`, `NOT_RANKABLE`, `BAD_JOINT_ESTIMATES`, `TOO_FEW_TREATMENTS`, `NOT_A_VALID_NUMBER`.
 * Rücker & Schwarzer 2015, BMC Medical Research Methodology 15:58; Mavridis, Porcher, Nikolakopoulou, Salanti & Ravaud 2020,
 * Biometrical Journal 62:375-385 (with a least difference).
 *
 * @example
 * import { pScores } from "@acumeta/core";
 * const joint = {
 *   names: ["acupuncture", "sham"],
 *   estimates: [-0.6, -0.3],
 *   vcov: [[0.02, 0.01], [0.01, 0.03]],
 *   reference: "waiting",
 * };
 * const { treatments, poth } = pScores(joint, { better: "lower" });
 * treatments.map(({ name, score }) => [name, score]);
 * // => [["acupuncture", 0.979], ["sham", 0.500], ["waiting", 0.0208]]
 * treatments[1].rank; // => { expected: 2.0, lower: 1, upper: 3 }
 * poth; // => 0.918
 */
export function pScores(source: Rankable, options: MidOptions): PScores {
  checkRankOptions(options, ["better", "level", "mid"]);
  const { better, level = 0.95, mid = 0 } = options;
  const joint = workingJoint(source, better);
  const { scores, ranks } = pairwiseRanks(differences(joint), { df: joint.df, level, mid });
  return freeze<PScores>({
    treatments: joint.names.map((name, i) => ({ name, score: scores[i]!, rank: ranks[i]! })),
    level,
    limits: "Bonferroni",
    poth: mid === 0 ? precision(scores) : null,
    better,
    mid,
  });
}
