import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { differences } from "./differences.js";
import type { GoodEnd, Rankable } from "./joint.js";
import { checkRankOptions, type DrawOptions } from "./options.js";
import { averageRank } from "./order/averageRank.js";
import { type Criterion, workingCriteria } from "./order/criteria.js";
import { hasse } from "./order/hasse.js";
import { type OrderRuleId, orderRules } from "./order/index.js";
import { intersection } from "./order/intersection.js";
import type { OrderRule } from "./order/rule.js";
import { pairwiseRanks } from "./pairwiseRanks.js";
import { precision } from "./precision.js";
import type { Ranked, Ranking } from "./result.js";
import { rankSet } from "./sets/rankSet.js";

export interface PartialOrderOptions extends Omit<DrawOptions, "better"> {
  /** Which effects are good, where no criteria say so. */
  readonly better?: GoodEnd;
  /** When one counts as better than another: an id of `orderRules`; "pairwise" unless given. */
  readonly rule?: OrderRuleId;
}

/** A treatment in a partial order. */
export interface RankedInOrder extends Ranked {
  /** Every treatment that it is better than. */
  readonly betterThan: readonly string[];
  /** The row of a Hasse diagram: 0 for those than which nothing is better. */
  readonly layer: number;
}

/** What {@link partialOrder} gives. */
export interface PartialOrder extends Ranking {
  readonly treatments: readonly RankedInOrder[];
  readonly criteria: readonly { readonly name: string; readonly better: GoodEnd }[];
  readonly rule: OrderRuleId;
  /** The lines of a Hasse diagram: pairs from which all others follow. */
  readonly edges: readonly { readonly better: string; readonly worse: string }[];
  /** The share of the n(n − 1)/2 pairs that are in order. */
  readonly decided: number;
  /** Treatments that not every criterion has. */
  readonly leftOut: readonly string[];
}

/**
 * Which treatments are shown to be better than which, as a partial order: pairs that the data do not tell apart stay without
 * order. One better than a second that is better than a third is better than the third.
 *
 * Of one network, or of several criteria (`[{ name, source, better }, …]`), which a treatment must win all to be better. `rule`
 * says what winning is: "pairwise", the interval of the difference excludes 0; "simultaneous", a test that holds for all pairs of
 * a criterion together (as in `rankSets`; seeded draws); "scores", for two criteria or more, P-scores that are at least as high
 * everywhere, and somewhere higher, however uncertain each is.
 *
 * The limits of a rank are 1 + the number above and n − the number below; `rank.expected` is the mean over the orders left open,
 * nearly (Brüggemann, Sørensen, Lerche & Carlsen 2004: each treatment on its own), and `score` is (n − expected)/(n − 1). `poth` is null for several criteria.
 * O(n³).
 *
 * Throws `NOT_CRITERIA`, `ONE_CRITERION` and what `pScores` throws.
 * Rücker & Schwarzer 2017, Research Synthesis Methods 8:526-536; Carlsen & Bruggemann 2014, Journal of Chemometrics 28:226-234.
 *
 * @example
 * import { partialOrder } from "@acumeta/core";
 * const pain = {
 *   names: ["acupuncture", "sham"],
 *   estimates: [-0.6, -0.1],
 *   vcov: [[0.02, 0.01], [0.01, 0.03]],
 *   reference: "waiting",
 * };
 * partialOrder(pain, { better: "lower" }).edges;
 * // => [{ better: "acupuncture", worse: "sham" }, { better: "acupuncture", worse: "waiting" }]
 * const harm = { ...pain, estimates: [0.2, 0.1] };
 * const criteria = [
 *   { name: "pain", source: pain, better: "lower" as const },
 *   { name: "harm", source: harm, better: "lower" as const },
 * ];
 * partialOrder(criteria).decided; // => 0
 */
export function partialOrder(source: Rankable | readonly Criterion[], options: PartialOrderOptions = {}): PartialOrder {
  checkRankOptions(options, ["better", "level", "draws", "seed", "rule"]);
  const { better, level = 0.95, draws = 10_000, seed = 1, rule = "pairwise" } = options;
  const { id, compute, weak } = choose<OrderRule<OrderRuleId>>("rule", orderRules, rule);
  const { criteria, names, leftOut } = workingCriteria(source, better);
  const alone = criteria.length === 1 ? criteria[0]!.joint : null;
  if (weak && alone !== null) throw metaError(messages.oneCriterion());
  const above = intersection(
    criteria.map(({ joint }) => compute(joint, { level, draws, seed })),
    { weak },
  );
  const n = names.length;
  const { edges, layers } = hasse(above);
  const inOrder = above.reduce((sum, is) => sum + is, 0);
  return freeze<PartialOrder>({
    treatments: names.map((name, i) => {
      const set = rankSet(i, above);
      const expected = averageRank({ n, above: set.lower - 1, below: n - set.upper });
      return {
        name,
        score: (n - expected) / (n - 1),
        rank: { expected, ...set },
        betterThan: names.filter((_, j) => above[i * n + j] === 1),
        layer: layers[i]!,
      };
    }),
    level,
    limits: id,
    poth: alone === null ? null : precision(pairwiseRanks(differences(alone), { df: alone.df, level }).scores),
    criteria: criteria.map(({ name, better }) => ({ name, better })),
    rule: id,
    edges: edges.map(([i, j]) => ({ better: names[i]!, worse: names[j]! })),
    decided: inOrder / ((n * (n - 1)) / 2),
    leftOut,
  });
}
