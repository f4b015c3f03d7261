import type { Measure } from "../../effects/effect.js";
import { freeze } from "../../numerics/freeze.js";
import { intervalAround } from "../../pool/intervalAround.js";
import { comparisons } from "../compareTreatments.js";
import { pairEvidence } from "../pairEvidence.js";
import type { Network, TreatmentEffect } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { designLinks, throughput } from "./designFlows.js";
import { type EvidenceFlow, pathMeasures } from "./evidenceFlow.js";
import { potentials } from "./potentials.js";

/** An effect by a part of the evidence. */
export type PartialEffect = Pick<TreatmentEffect, "estimate" | "se" | "ci">;

/** Where the estimate of one treatment against another comes from. */
export interface DirectEvidence extends Pick<EvidenceFlow, "meanPathLength" | "minimalParallelism"> {
  readonly treatment: string;
  readonly against: string;
  /** Trials that compare the two. */
  readonly studies: readonly string[];
  /** By those trials alone; null where there are none. */
  readonly direct: PartialEffect | null;
  /** By all other evidence; null where there is none. */
  readonly indirect: PartialEffect | null;
  readonly network: PartialEffect;
  /** The share of direct evidence: the variance of the network's estimate in parts of that of the direct one. */
  readonly share: number;
}

/** Shares of direct evidence this near to 1 leave nothing but rounding to indirect evidence. */
const ALL = 1 - 1e-9;

/**
 * Direct and indirect evidence on each treatment against each one after it, in the order of {@link leagueTable}. Direct: the
 * mean of all trials that have both arms with weights 1/(v + τ²), the τ² being that of the network. Indirect, by
 * back-calculation: what makes the network's estimate N of the direct one D, I = (N − pD)/(1 − p), with p the share of direct
 * evidence. A trial of several arms adds to the indirect evidence what its other arms say. Intervals are of the network's kind.
 *
 * Throws `NOT_A_NETWORK`.
 *
 * König, Krahn & Binder 2013, Statistics in Medicine 32:5414-5429; Dias, Welton, Caldwell & Ades 2010, Statistics in Medicine
 * 29:932-944.
 *
 * @example
 * import { directEvidence, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.04 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * const [first] = directEvidence(fit);
 * [first.treatment, first.against, first.share]; // => ["acupuncture", "sham", 0.8]
 * [first.direct.estimate, first.indirect.estimate, first.network.estimate]; // => [-0.3, -0.6, -0.36]
 */
export function directEvidence<M extends Measure>(network: Network<M>): readonly DirectEvidence[] {
  const { model, fitAt } = workingNetwork(network);
  const inNetwork = comparisons(network);
  const potentialsOf = potentials(model, fitAt(network.tau2.value));
  const designs = designLinks(network);
  const n = model.treatments.length;
  const compared = new Map(pairEvidence(model.trials, network.tau2.value).map((each) => [each.pair.join(), each]));
  const list: DirectEvidence[] = [];
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const z = potentialsOf(a, b);
      const { treatment, against, pi, ...whole } = inNetwork(a, b);
      const direct = compared.get([a, b].join()) ?? null;
      list.push({
        treatment,
        against,
        studies: direct === null ? [] : direct.trials.map(({ trial }) => trial.study),
        ...splitEffect(network, { whole, direct }),
        ...pathMeasures(designs.map((design) => throughput(design, z))),
      });
    }
  return freeze(list);
}

interface Estimated {
  readonly estimate: number;
  readonly variance: number;
}

function splitEffect(
  { scaled, choices, effects }: Network,
  { whole, direct }: { readonly whole: PartialEffect; readonly direct: Estimated | null },
): Pick<DirectEvidence, "direct" | "indirect" | "network" | "share"> {
  const rule = { df: scaled.df, level: choices.level, method: effects[0]!.ci.method };
  const withInterval = ({ estimate, variance }: Estimated): PartialEffect => ({
    estimate,
    se: Math.sqrt(variance),
    ci: intervalAround(estimate, { ...rule, se: Math.sqrt(scaled.factor * variance) }),
  });
  if (direct === null) return { direct, indirect: whole, network: whole, share: 0 };
  const share = whole.se ** 2 / direct.variance;
  if (share > ALL) return { direct: withInterval(direct), indirect: null, network: whole, share: 1 };
  const indirect = {
    estimate: (whole.estimate - share * direct.estimate) / (1 - share),
    variance: whole.se ** 2 / (1 - share),
  };
  return { direct: withInterval(direct), indirect: withInterval(indirect), network: whole, share };
}
