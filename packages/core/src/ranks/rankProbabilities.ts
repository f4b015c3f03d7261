import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { type RankMethodId, rankMethods } from "./distribution/index.js";
import type { RankDistribution, RankMethod } from "./distribution/method.js";
import type { GoodEnd, Rankable } from "./joint.js";
import { checkRankOptions, type DrawOptions } from "./options.js";
import { precision } from "./precision.js";
import type { Ranked, Ranking } from "./result.js";
import { workingJoint } from "./workingJoint.js";

export interface RankProbabilityOptions extends DrawOptions {
  /** An id of `rankMethods`; "exact" for at most five treatments, "drawn" for more, unless given. */
  readonly method?: RankMethodId;
}

/** A treatment with the distribution of its rank; `score` is SUCRA. */
export interface RankedInDistribution extends Ranked {
  /** Of rank 1, 2, …: the rankogram. */
  readonly probabilities: readonly number[];
  /** Of rank 1, at most 2, …. */
  readonly cumulative: readonly number[];
  /** The standard deviation of the rank. */
  readonly sd: number;
}

/** What {@link rankProbabilities} gives. */
export interface RankProbabilities extends Ranking {
  readonly treatments: readonly RankedInDistribution[];
  /** Every order from best to worst, the most probable first; null where ranks were drawn. */
  readonly orders: readonly { readonly names: readonly string[]; readonly probability: number }[] | null;
  readonly better: GoodEnd;
  readonly method: RankMethodId;
  /** null where nothing was drawn. */
  readonly draws: number | null;
  readonly seed: number | null;
  /** The largest standard error that drawing gives a probability, ½/√draws; 0 for "exact", which is off by some 1e-9. */
  readonly monteCarloError: number;
}

/**
 * The probability of each rank for each treatment (rankogram), its sums (cumulative ranks), their mean over the first n − 1
 * ranks (SUCRA, `score`), and the expected rank with the quantiles between which it lies with probability `level`.
 *
 * What the effects may be is joint normal around the estimates, or t where the fit's intervals have degrees of freedom. Exact
 * for at most five treatments, whose up to 120 orders are probabilities in at most four dimensions (about a millisecond or two
 * each); else from seeded draws. Treatments that are surely the same share their ranks evenly. Correlations count: effects drawn
 * one by one, as with quasi-variances, can put a probability off by 0.1.
 *
 * Throws `TOO_MANY_TREATMENTS` for "exact" with more than five, and what `pScores` throws.
 * Salanti, Ades & Ioannidis 2011, Journal of Clinical Epidemiology 64:163-171.
 *
 * @example
 * import { rankProbabilities } from "@acumeta/core";
 * const joint = {
 *   names: ["acupuncture", "sham"],
 *   estimates: [-0.6, -0.3],
 *   vcov: [[0.02, 0.01], [0.01, 0.03]],
 *   reference: "waiting",
 * };
 * const { treatments, orders } = rankProbabilities(joint, { better: "lower" });
 * treatments[0].probabilities; // => [0.9584, 0.0416, 0.00000594]
 * treatments[0].score; // => 0.979
 * treatments[1].rank; // => { expected: 2.0, lower: 1, upper: 3 }
 * orders[0].names; // => ["acupuncture", "sham", "waiting"]
 */
export function rankProbabilities(source: Rankable, options: RankProbabilityOptions): RankProbabilities {
  checkRankOptions(options, ["better", "level", "draws", "seed", "method"]);
  const { better, level = 0.95, draws = 10_000, seed = 1 } = options;
  const joint = workingJoint(source, better);
  const n = joint.names.length;
  const { method = n <= rankMethods.exact.most ? "exact" : "drawn" } = options;
  const { id, most, compute } = choose<RankMethod<RankMethodId>>("method", rankMethods, method);
  if (n > most) throw metaError(messages.tooManyForExact({ n, most }));
  const { probabilities, orders } = compute(joint, { draws, seed });
  const treatments = joint.names.map((name, i) =>
    inDistribution(name, Array.from(probabilities.subarray(i * n, (i + 1) * n)), level),
  );
  const isDrawn = id === "drawn";
  return freeze<RankProbabilities>({
    treatments,
    level,
    limits: "quantiles",
    poth: precision(treatments.map(({ score }) => score)),
    orders: orders === null ? null : named(orders, joint.names),
    better,
    method: id,
    draws: isDrawn ? draws : null,
    seed: isDrawn ? seed : null,
    monteCarloError: isDrawn ? 0.5 / Math.sqrt(draws) : 0,
  });
}

function named(
  orders: NonNullable<RankDistribution["orders"]>,
  names: readonly string[],
): NonNullable<RankProbabilities["orders"]> {
  return orders
    .map(({ places, probability }) => ({ names: places.map((i) => names[i]!), probability }))
    .sort((a, b) => b.probability - a.probability);
}

function inDistribution(name: string, probabilities: readonly number[], level: number): RankedInDistribution {
  const n = probabilities.length;
  let sum = 0;
  const cumulative = probabilities.map((probability) => {
    sum += probability;
    return Math.min(1, sum);
  });
  const expected = probabilities.reduce((total, probability, rank) => total + (rank + 1) * probability, 0);
  const variance = probabilities.reduce(
    (total, probability, rank) => total + (rank + 1 - expected) ** 2 * probability,
    0,
  );
  const quantile = (p: number) => 1 + cumulative.findIndex((below, rank) => below >= p - ROUNDING || rank === n - 1);
  const tail = (1 - level) / 2;
  return {
    name,
    score: (n - expected) / (n - 1),
    rank: { expected, lower: quantile(tail), upper: quantile(1 - tail) },
    probabilities,
    cumulative,
    sd: Math.sqrt(variance),
  };
}

/** By so much a sum of probabilities may miss a quantile that it reaches. */
const ROUNDING = 1e-9;
