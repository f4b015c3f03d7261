import type { Effect } from "../effects/effect.js";
import type { Row } from "../multilevel/random/columns.js";
import type { Cluster } from "./clusters.js";
import type { AssumedCovarianceOptions } from "./options.js";
import { armsPart } from "./parts/arms.js";
import { checkCorrelation } from "./parts/checkCorrelation.js";
import { outcomesPart } from "./parts/outcomes.js";
import { timesPart } from "./parts/times.js";

/** The correlation that is assumed of the sampling errors of two different effects of a cluster, by their rows. */
export function assumedCorrelation(
  effects: readonly (Effect & Row)[],
  clusters: readonly Cluster[],
  { outcome, time, arms, correlation }: AssumedCovarianceOptions,
): (i: number, j: number) => number {
  const outcomes = outcomesPart(effects, outcome);
  const times = timesPart(effects, time);
  const comparisons = armsPart(effects, clusters, arms);
  const otherwise = correlation === undefined ? 1 : checkCorrelation("correlation", correlation);
  const parts = [outcomes, times, comparisons];
  return (i, j) => {
    const isToldApart = parts.some((part) => part.tellsApart(i, j));
    const measured = outcomes.correlation(i, j) * times.correlation(i, j);
    return comparisons.correlation(i, j, isToldApart ? measured : measured * otherwise);
  };
}
