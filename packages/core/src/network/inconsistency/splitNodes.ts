import type { Measure } from "../../effects/effect.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { warningMessages as texts } from "../../errors/messages.js";
import { freeze } from "../../numerics/freeze.js";
import { intervalAround } from "../../pool/intervalAround.js";
import type { Interval, Warning } from "../../pool/result.js";
import { choose } from "../../registry/choose.js";
import { comparisons } from "../compareTreatments.js";
import { type PairEvidence, pairEvidence } from "../pairEvidence.js";
import type { Network } from "../result.js";
import type { Scale } from "../scaleOf.js";
import { workingNetwork } from "../workingNetwork.js";
import { type SplitMethodId, splitMethods } from "./split/index.js";
import type { Estimated, MultiArmDifference, Split, SplitMethod } from "./split/method.js";

/** How to tell direct from indirect evidence. */
export interface SplitOptions {
  /** An id of `splitMethods`; "back-calculation" unless given. */
  readonly method?: SplitMethodId;
  /**
   * Of side-splitting: which arm departs from indirect evidence in trials of several arms, against the third: each of the two
   * by half ("both", unless given), that of `treatment`, or that of `against`.
   */
  readonly multiArm?: MultiArmDifference;
}

/** An effect by some of the evidence. */
export interface SplitEstimate {
  readonly estimate: number;
  /** Model-based; the interval may use another: see `ci.se`. */
  readonly se: number;
  readonly ci: Interval;
}

/** The effect of a treatment against another, by direct evidence, by indirect evidence, and by the network. */
export interface NodeSplit {
  readonly treatment: string;
  readonly against: string;
  /** Trials with both arms. */
  readonly studies: readonly string[];
  /** The share of direct evidence in the network's estimate: its variance over that of the direct estimate. */
  readonly share: number;
  readonly network: SplitEstimate;
  /** null where no trial has both arms. */
  readonly direct: SplitEstimate | null;
  /** null where nothing but direct evidence tells of the two. */
  readonly indirect: SplitEstimate | null;
  /** Direct less indirect; null where one of the two is missing. */
  readonly difference: SplitEstimate | null;
  /** The τ² of the indirect estimate. */
  readonly tau2: number;
}

/** The frozen, JSON-serialisable result of {@link splitNodes}. */
export interface NodeSplits {
  readonly method: SplitMethodId;
  /** null but for side-splitting. */
  readonly multiArm: MultiArmDifference | null;
  /** Every comparison of two treatments, in the order of `leagueTable`. */
  readonly comparisons: readonly NodeSplit[];
  readonly warnings: readonly Warning[];
}

const known = ["method", "multiArm"];
const meant: Readonly<Record<string, string>> = { symmetric: "multiArm" };
const departing = {
  both: { id: "both", label: "each of the two by half", citation: "White 2015" },
  treatment: { id: "treatment", label: "the treatment", citation: "" },
  against: { id: "against", label: "that with which it is compared", citation: "" },
};

/**
 * Direct against indirect evidence, for every comparison of a network: their difference is 0 but for chance where the network is
 * consistent. One difference in twenty has p < 0.05 by chance alone, and those of one loop are not independent.
 *
 * Intervals are of the network's rule, with its factor and degrees of freedom; for side-splitting, with those of each fit.
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`. Where nothing has evidence of both kinds, the warning `NO_LOOPS`
 * says so. Sources: see `splitMethods`.
 *
 * @example
 * import { network, splitNodes } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * const [first] = splitNodes(fit).comparisons;
 * [first.direct.estimate, first.indirect.estimate]; // => [-0.3, -0.6]
 * [first.difference.estimate, first.difference.se, first.share]; // => [0.3, 0.3317, 0.8182]
 */
export function splitNodes<M extends Measure>(network: Network<M>, options: SplitOptions = {}): NodeSplits {
  const working = workingNetwork(network);
  checkOptionNames(options, known, meant);
  const method = choose<SplitMethod>("method", splitMethods, options.method ?? "back-calculation");
  const multiArm = choose("multiArm", departing, options.multiArm ?? "both").id as MultiArmDifference;
  const { trials, treatments } = working.model;
  const compare = comparisons(network);
  const inNetwork = ([a, b]: readonly [number, number]) => {
    const { estimate, se, ci } = compare(a, b);
    return { estimate, variance: se ** 2, se, ci };
  };
  const scale = { ...network.scaled, level: network.choices.level, method: network.effects[0]!.ci.method };
  const split = method.prepare({ network, working, scale, inNetwork, multiArm });
  const direct = new Map(pairEvidence(trials, network.tau2.value).map((evidence) => [evidence.pair.join(), evidence]));
  const rows = treatments.flatMap((treatment, a) =>
    treatments.slice(a + 1).map((against, i): NodeSplit => {
      const pair = [a, a + 1 + i] as const;
      const { variance, ...ofNetwork } = inNetwork(pair);
      const names = { treatment, against };
      const evidence = direct.get(pair.join());
      if (evidence === undefined) return { ...names, ...onlyIndirect(ofNetwork, network.tau2.value) };
      return { ...names, ...bothKinds(evidence, split(evidence), { ofNetwork, variance }) };
    }),
  );
  return freeze<NodeSplits>({
    method: method.id as SplitMethodId,
    multiArm: method.id === "side-splitting" ? multiArm : null,
    comparisons: rows,
    warnings: rows.every(({ difference }) => difference === null) ? [texts.noLoops()] : [],
  });
}

type Row = Omit<NodeSplit, "treatment" | "against">;

function onlyIndirect(ofNetwork: SplitEstimate, tau2: number): Row {
  return { studies: [], share: 0, network: ofNetwork, direct: null, indirect: ofNetwork, difference: null, tau2 };
}

function bothKinds(
  { trials, variance: ofDirect }: PairEvidence,
  { direct, indirect, difference, tau2, scale }: Split,
  { ofNetwork, variance }: { readonly ofNetwork: SplitEstimate; readonly variance: number },
): Row {
  return {
    studies: trials.map(({ trial }) => trial.study),
    share: Math.min(1, variance / ofDirect),
    network: ofNetwork,
    direct: spread(direct, scale),
    indirect: indirect && spread(indirect, scale),
    difference: difference && spread(difference, scale),
    tau2,
  };
}

function spread({ estimate, variance }: Estimated, { factor, ...rule }: Scale): SplitEstimate {
  const ci = intervalAround(estimate, { se: Math.sqrt(factor * variance), ...rule });
  return { estimate, se: Math.sqrt(variance), ci };
}
