import { check, finite } from "../../errors/check.js";
import { warningMessages as texts } from "../../errors/messages.js";
import { againstColumns, dot, minusCombination, multiply } from "../../linear/products.js";
import { freeze } from "../../numerics/freeze.js";
import type { Warning } from "../../pool/result.js";
import { choose } from "../../registry/choose.js";
import { weightedLeastSquares } from "../../regression/weightedLeastSquares.js";
import { robustCoefficients } from "../coefficients.js";
import { placeOf } from "../contrasts.js";
import type { RobustSource } from "../modelOf.js";
import { type ClusterOptions, checkRobustOptions, prepare } from "../options.js";
import { coefficientDirection, type Sandwich } from "../sandwich.js";
import { robustTests } from "../test/index.js";
import { leaning } from "../warnings.js";
import { type WildDraws, wildDraws } from "./draws.js";
import { type WildWeights, type WildWeightsId, wildWeights } from "./weights.js";

/** What to test by a wild bootstrap, and how. */
export interface WildBootstrapOptions extends Pick<ClusterOptions, "cluster"> {
  /** The name of the coefficient; not needed where there is one. */
  readonly coefficient?: string;
  /** What it is under the null hypothesis; 0 unless given. */
  readonly value?: number;
  /** An id of `wildWeights`; "Rademacher" unless given. */
  readonly weights?: WildWeightsId;
  /** Every choice of weights is made where they are no more than this; else so many are drawn. 4,096 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
}

/** What {@link wildBootstrap} gives. */
export interface WildBootstrap {
  readonly coefficient: string;
  readonly estimate: number;
  /** What the coefficient is under the null hypothesis. */
  readonly value: number;
  /** (estimate − value)/se, with the standard error "CR1"; null, as p is, where one cluster alone tells of the coefficient. */
  readonly statistic: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** Clusters. */
  readonly clusters: number;
  readonly weights: string;
  /** Whether every choice of weights was made. */
  readonly exact: boolean;
  /** Choices of weights made, the observed data among them. */
  readonly draws: number;
  readonly warnings: readonly Warning[];
}

/**
 * Wild cluster bootstrap test of a coefficient of a linear model: the model is fitted with the coefficient at its value
 * under the null hypothesis, the residuals of each cluster are multiplied with a weight of their own, and p is the share of
 * such data, the observed among them, whose t statistic (standard error "CR1") is at least as large. Holds its level with
 * few clusters.
 *
 * Exact for up to 12 clusters with the weights "Rademacher" unless `draws` says otherwise; there, with fewer than 6
 * clusters, no p can be below 0.05.
 *
 * Throws what `robust` throws, and `UNKNOWN_CHOICE` for a coefficient that does not exist.
 * Cameron, Gelbach & Miller 2008, Review of Economics and Statistics 90:414-427; Joshi, Pustejovsky & Beretvas 2022,
 * Research Synthesis Methods 13:457-477.
 *
 * @example
 * import { wildBootstrap } from "@acumeta/core";
 * const y = [0.1, 0.3, 0.2, 0.6, 0.4, 0.5];
 * const blocks = y.map((_, row) => ({ rows: [row], matrix: [0.04] }));
 * const model = { names: ["mean"], X: [y.map(() => 1)], y, blocks };
 * wildBootstrap(model, { cluster: ["A", "A", "B", "B", "C", "C"], coefficient: "mean" }).p; // => 0.25
 */
export function wildBootstrap(fit: RobustSource, options: WildBootstrapOptions): WildBootstrap {
  checkRobustOptions(options, ["coefficient", "value", "weights", "draws", "seed"]);
  const { cluster, coefficient, value = 0, weights: weightsId = "Rademacher", draws = 4096, seed = 1 } = options;
  check({ draws }, (n) => Number.isInteger(n) && n >= 1, "a whole number, at least 1");
  finite({ value, seed });
  const weights = choose<WildWeights>("weights", wildWeights, weightsId);
  const { model, sandwich } = prepare(fit, { cluster, type: "CR1" });
  const column = placeOf(model.names, coefficient ?? (model.names.length === 1 ? model.names[0]! : ""));
  const { m } = sandwich.sizes;
  const wild = wildDraws(weights.values, m, { draws, seed });
  const { name, estimate, ci } = robustCoefficients(sandwich, {
    names: model.names,
    test: robustTests["naive-t"],
    level: 0.95,
  })[column]!;
  const found = ci === null ? null : bootstrap(sandwich, { column, value, wild });
  return freeze<WildBootstrap>({
    coefficient: name,
    estimate,
    value,
    statistic: found === null || !Number.isFinite(found.statistic) ? null : found.statistic,
    p: found?.p ?? null,
    clusters: m,
    weights: weights.id,
    exact: wild.exact,
    draws: wild.draws,
    warnings:
      found === null
        ? [texts.oneCluster({ coefficients: [name] })]
        : leaning(sandwich, [{ name, along: coefficientDirection(sandwich, column) }]),
  });
}

interface Test {
  readonly column: number;
  readonly value: number;
  readonly wild: WildDraws;
}

function bootstrap(sandwich: Sandwich, { column, value, wild }: Test): { statistic: number; p: number } {
  const scores = scoresUnderNull(sandwich, { column, value });
  const weights = new Float64Array(scores.length);
  wild.next(weights);
  const statistic = statisticOf(scores, weights);
  let beyond = 1;
  for (let draw = 1; draw < wild.draws; draw++) {
    wild.next(weights);
    if (Math.abs(statisticOf(scores, weights)) >= Math.abs(statistic) * (1 - 1e-12)) beyond += 1;
  }
  return { statistic, p: beyond / wild.draws };
}

/** What a cluster's residuals under the null hypothesis do to the coefficients, in the basis Q, and to the one tested. */
interface NullScore {
  /** Qᵢᵀeᵢ and, along the coefficient, its length. */
  readonly shift: Float64Array;
  readonly along: number;
  /** QᵢᵀQᵢ times the direction of the coefficient. */
  readonly leverage: Float64Array;
}

function scoresUnderNull(
  sandwich: Sandwich,
  { column, value }: { column: number; value: number },
): readonly NullScore[] {
  const { X, y, clusters } = sandwich.fit;
  const without = X.filter((_, j) => j !== column);
  const rest = minusCombination(y, [X[column]!], Float64Array.of(value));
  const { beta } = weightedLeastSquares(without, rest, new Float64Array(y.length).fill(1));
  const residuals = minusCombination(rest, without, beta);
  const along = coefficientDirection(sandwich, column);
  let start = 0;
  return clusters.map(({ Q }, i) => {
    const end = start + Q[0]!.length;
    const shift = againstColumns(Q, residuals.subarray(start, end));
    start = end;
    return { shift, along: dot(along, shift), leverage: multiply(sandwich.parts[i]!.overlap, along) };
  });
}

/** t of the coefficient with the standard error CR1, had the residuals been weighted so. */
function statisticOf(scores: readonly NullScore[], weights: Float64Array): number {
  const m = scores.length;
  const p = scores[0]!.shift.length;
  const shift = new Float64Array(p);
  let distance = 0;
  for (let i = 0; i < m; i++) {
    const score = scores[i]!;
    distance += weights[i]! * score.along;
    for (let j = 0; j < p; j++) shift[j]! += weights[i]! * score.shift[j]!;
  }
  let squares = 0;
  for (let i = 0; i < m; i++) {
    const score = scores[i]!;
    squares += (weights[i]! * score.along - dot(score.leverage, shift)) ** 2;
  }
  return distance === 0 ? 0 : distance / Math.sqrt((m / (m - 1)) * squares);
}
