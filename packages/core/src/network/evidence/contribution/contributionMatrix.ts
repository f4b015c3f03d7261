import type { Measure } from "../../../effects/effect.js";
import { checkOptionNames } from "../../../errors/checkOptionNames.js";
import { freeze } from "../../../numerics/freeze.js";
import { choose } from "../../../registry/choose.js";
import type { Network } from "../../result.js";
import { workingNetwork } from "../../workingNetwork.js";
import { type ComparedPair, comparedPairs } from "../comparedPairs.js";
import { potentials } from "../potentials.js";
import { type ContributionMethodId, contributionMethods } from "./index.js";
import type { ContributionMethod } from "./method.js";
import { evidenceStream } from "./stream.js";

export interface ContributionOptions {
  /** An id of `contributionMethods`; "shortestPath" unless given. */
  readonly method?: ContributionMethodId;
}

/** From which evidence the estimate of one treatment against another comes. */
export interface ContributionRow {
  readonly treatment: string;
  readonly against: string;
  /** The share of each of `pairs`; they sum to 1. */
  readonly pairs: readonly number[];
  /** The share of each of `studies`; they sum to 1. */
  readonly studies: readonly number[];
}

/** The frozen, JSON-serialisable result of {@link contributionMatrix}. */
export interface ContributionMatrix {
  readonly method: string;
  /** Treatments that trials compare directly. */
  readonly pairs: readonly { readonly treatment: string; readonly against: string }[];
  readonly studies: readonly string[];
  /** Every treatment against each one after it. */
  readonly rows: readonly ContributionRow[];
}

/**
 * How much each direct comparison, and each trial, contributes to each estimate of a network, as shares that sum to 1. The
 * evidence flows from one treatment to the other along paths of comparisons; what a path brings, its comparisons bring in equal
 * parts. Paths can be told apart in more ways than one: `method`. A trial has the part of its comparison's share that its
 * weight is of the weights of all; one of several arms counts with its reduced weights. Where the variances of a trial are not
 * those of independent arms, one of these can be below 0, and so can its share.
 *
 * @param options `method` "shortestPath" unless given.
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`.
 *
 * Papakonstantinou et al. 2018, F1000Research 7:610; Davies et al. 2022, Statistics in Medicine 41:2091-2114.
 *
 * @example
 * import { contributionMatrix, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * contributionMatrix(fit).rows[0].pairs; // => [0.8, 0.1, 0.1]
 */
export function contributionMatrix<M extends Measure>(
  network: Network<M>,
  options: ContributionOptions = {},
): ContributionMatrix {
  const { model, fitAt } = workingNetwork(network);
  checkOptionNames(options, ["method"]);
  const method = choose<ContributionMethod>("method", contributionMethods, options.method ?? "shortestPath");
  const potentialsOf = potentials(model, fitAt(network.tau2.value));
  const pairs = comparedPairs(network);
  const studies = model.trials.map(({ study }) => study);
  const byTrial = trialShares(network, pairs, studies);
  const names = model.treatments;
  const n = names.length;
  const rows: ContributionRow[] = [];
  for (let source = 0; source < n; source++)
    for (let sink = source + 1; sink < n; sink++) {
      const stream = evidenceStream(pairs, potentialsOf(source, sink), { source, sink });
      const contributions = method.compute(stream);
      const ofPair: number[] = pairs.map(() => 0);
      const ofStudy: number[] = studies.map(() => 0);
      for (let e = 0; e < contributions.length; e++) {
        const { pair } = stream.edges[e]!;
        ofPair[pair] = contributions[e]!;
        for (const { trial, share } of byTrial[pair]!) ofStudy[trial]! += share * contributions[e]!;
      }
      rows.push({ treatment: names[source]!, against: names[sink]!, pairs: ofPair, studies: ofStudy });
    }
  return freeze({
    method: method.id,
    pairs: pairs.map(({ a, b }) => ({ treatment: names[a]!, against: names[b]! })),
    studies,
    rows,
  });
}

interface TrialShare {
  readonly trial: number;
  readonly share: number;
}

/** Which part of its weight each pair has of which trial. */
function trialShares(
  { contrasts }: Network,
  pairs: readonly ComparedPair[],
  studies: readonly string[],
): readonly (readonly TrialShare[])[] {
  const placeOf = new Map(studies.map((study, trial) => [study, trial]));
  return pairs.map(({ rows, weight }) =>
    rows.map((row) => ({ trial: placeOf.get(contrasts[row]!.study)!, share: contrasts[row]!.weight / weight })),
  );
}
