import { freeze } from "../numerics/freeze.js";
import type { GoodEnd, Rankable } from "./joint.js";
import { checkRankOptions, type DrawOptions } from "./options.js";
import { pairwiseRanks } from "./pairwiseRanks.js";
import { precision } from "./precision.js";
import type { Ranked, Ranking } from "./result.js";
import { type RankSet, rankSet } from "./sets/rankSet.js";
import { stepdown } from "./sets/stepdown.js";
import { allPairs, pairsWith, testsOf } from "./sets/testedPairs.js";
import { workingJoint } from "./workingJoint.js";

export interface RankSetOptions extends DrawOptions {
  /** Whether what is left of the comparisons is tested again without those decided, which narrows sets; true unless given. */
  readonly stepwise?: boolean;
}

/** A treatment with the limits of its rank that hold for all treatments together, in `rank`, and those for it alone. */
export interface RankedInSets extends Ranked {
  readonly marginal: RankSet;
}

/** What {@link rankSets} gives. */
export interface RankSets extends Ranking {
  readonly treatments: readonly RankedInSets[];
  readonly better: GoodEnd;
  readonly stepwise: boolean;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Confidence sets for ranks: with probability `level` or more, the true ranks of all treatments lie in their sets (`rank`), and
 * the rank of any treatment chosen beforehand in its own narrower one (`marginal`). A rank is 1 + the number of treatments that
 * are truly better.
 *
 * Whether treatments differ is tested by the largest of the t statistics of all differences (of those with one treatment, for
 * `marginal`), whose distribution is drawn from the joint normal, or t, of the estimates; stepwise, unless told otherwise. The
 * limits are 1 + the number that are shown to be better, and n − the number shown to be worse. `score` and `rank.expected` are
 * those of `pScores`. O(draws · n²).
 *
 * Throws what `pScores` throws.
 * Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91:476-518; Klein, Wright & Wieczorek 2020, Journal of the
 * Royal Statistical Society A 183:589-606.
 *
 * @example
 * import { rankSets } from "@acumeta/core";
 * const joint = {
 *   names: ["acupuncture", "sham"],
 *   estimates: [-0.6, -0.1],
 *   vcov: [[0.02, 0.01], [0.01, 0.03]],
 *   reference: "waiting",
 * };
 * rankSets(joint, { better: "lower" }).treatments.map(({ name, rank }) => [name, rank.lower, rank.upper]);
 * // => [["acupuncture", 1, 1], ["sham", 2, 3], ["waiting", 2, 3]]
 */
export function rankSets(source: Rankable, options: RankSetOptions): RankSets {
  checkRankOptions(options, ["better", "level", "draws", "seed", "stepwise"]);
  const { better, level = 0.95, draws = 10_000, seed = 1, stepwise = true } = options;
  const joint = workingJoint(source, better);
  const n = joint.names.length;
  const tests = testsOf(joint, { level, draws, seed, stepwise });
  const together = stepdown(allPairs(n), tests);
  const { scores, ranks } = pairwiseRanks(tests, { df: joint.df, level });
  return freeze<RankSets>({
    treatments: joint.names.map((name, i) => ({
      name,
      score: scores[i]!,
      rank: { expected: ranks[i]!.expected, ...rankSet(i, together) },
      marginal: rankSet(i, stepdown(pairsWith(i, n), tests)),
    })),
    level,
    limits: stepwise ? "simultaneous, stepwise" : "simultaneous",
    poth: precision(scores),
    better,
    stepwise,
    draws,
    seed,
  });
}
