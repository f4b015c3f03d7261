import { freeze } from "../numerics/freeze.js";
import { differences } from "./differences.js";
import type { GoodEnd, Rankable } from "./joint.js";
import { checkRankOptions, type MidOptions } from "./options.js";
import { pairwiseRanks } from "./pairwiseRanks.js";
import { precision } from "./precision.js";
import type { Ranked, Ranking } from "./result.js";
import { workingJoint } from "./workingJoint.js";

/** A treatment with how probably it beats each one, in the order of `treatments`; null against itself. */
export interface RankedWinner extends Ranked {
  readonly beats: readonly (number | null)[];
}

/** What {@link beats} gives. */
export interface Beats extends Ranking {
  readonly treatments: readonly RankedWinner[];
  readonly better: GoodEnd;
  readonly mid: number;
}

/**
 * The probability of each treatment to be better than each other one, by at least a difference that matters (`mid`): normal, or
 * t where the fit's intervals have degrees of freedom. Scores and ranks are those of `pScores`.
 *
 * Throws what `pScores` throws.
 * Rücker & Schwarzer 2015, BMC Medical Research Methodology 15:58; Mavridis, Porcher, Nikolakopoulou, Salanti & Ravaud 2020,
 * Biometrical Journal 62:375-385.
 *
 * @example
 * import { beats } from "@acumeta/core";
 * const joint = {
 *   names: ["acupuncture", "sham"],
 *   estimates: [-0.6, -0.3],
 *   vcov: [[0.02, 0.01], [0.01, 0.03]],
 *   reference: "waiting",
 * };
 * beats(joint, { better: "lower" }).treatments.map((treatment) => treatment.beats);
 * // => [[null, 0.958, 0.99999], [0.0416, null, 0.958], [0.000011, 0.0416, null]]
 * beats(joint, { better: "lower", mid: 0.3 }).treatments[0].beats; // => [null, 0.5, 0.983]
 */
export function beats(source: Rankable, options: MidOptions): Beats {
  checkRankOptions(options, ["better", "level", "mid"]);
  const { better, level = 0.95, mid = 0 } = options;
  const joint = workingJoint(source, better);
  const n = joint.names.length;
  const { scores, ranks, superiority } = pairwiseRanks(differences(joint), { df: joint.df, level, mid });
  return freeze<Beats>({
    treatments: joint.names.map((name, i) => ({
      name,
      score: scores[i]!,
      rank: ranks[i]!,
      beats: joint.names.map((_, j) => (i === j ? null : superiority[i * n + j]!)),
    })),
    level,
    limits: "Bonferroni",
    poth: mid === 0 ? precision(scores) : null,
    better,
    mid,
  });
}
