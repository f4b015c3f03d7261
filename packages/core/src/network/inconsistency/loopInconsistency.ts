import type { Measure } from "../../effects/effect.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages, warningMessages as texts } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { intervalAround } from "../../pool/intervalAround.js";
import type { Interval, Warning } from "../../pool/result.js";
import type { NetworkTrial } from "../arrange/trial.js";
import { type PairEvidence, pairEvidence } from "../pairEvidence.js";
import type { Network } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { edgesOf, type Loop, loopsOf } from "./loopsOf.js";
import { varianceOver } from "./varianceOver.js";

export interface LoopOptions {
  /** Loops of three treatments alone (3, unless given), or of four too, where no direct comparison goes across (4). */
  readonly longest?: 3 | 4;
}

/** What trials say of one side of a loop. */
export interface LoopSide {
  readonly treatment: string;
  readonly against: string;
  readonly estimate: number;
  readonly se: number;
  readonly studies: readonly string[];
}

/** A closed way of direct comparisons, around which effects must sum to 0. */
export interface InconsistencyLoop {
  readonly treatments: readonly string[];
  /** From the first treatment around the loop. */
  readonly sides: readonly LoopSide[];
  /** The inconsistency factor: the first treatment against the second, directly less by way of the others. */
  readonly estimate: number;
  /** With the covariances of sides that have trials in common; model-based, see `ci.se`. */
  readonly se: number;
  readonly ci: Interval;
}

/** The frozen, JSON-serialisable result of {@link loopInconsistency}. */
export interface LoopInconsistency {
  readonly loops: readonly InconsistencyLoop[];
  /** The τ² common to all loops: that of the network. */
  readonly tau2: number;
  readonly warnings: readonly Warning[];
}

/**
 * For every closed loop of direct comparisons, by how much they fail to sum to 0. Each side is the mean of all trials with both
 * arms, with weights 1/(v + τ²); a trial of several arms may be in several sides, and the standard error counts the covariances.
 * Loops which only trials of all their treatments close are left out: they can't but be consistent. Loops share sides: their
 * tests are not independent.
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_OPTION`, `NOT_A_LOOP_LENGTH`. Where there is no loop, the warning `NO_LOOPS` says so.
 *
 * Bucher, Guyatt, Griffith & Walter 1997, Journal of Clinical Epidemiology 50:683-691; Veroniki, Vasiliadis, Higgins & Salanti
 * 2013, International Journal of Epidemiology 42:332-345.
 *
 * @example
 * import { loopInconsistency, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * const [loop] = loopInconsistency(fit).loops;
 * [loop.estimate, loop.se, loop.ci.p]; // => [0.3, 0.3317, 0.3657]
 */
export function loopInconsistency<M extends Measure>(
  network: Network<M>,
  options: LoopOptions = {},
): LoopInconsistency {
  const { model } = workingNetwork(network);
  checkOptionNames(options, ["longest"]);
  const { longest = 3 } = options;
  if (longest !== 3 && longest !== 4) throw metaError(messages.notALoopLength({ found: longest }));
  const { tau2, scaled, choices, effects } = network;
  const evidence = pairEvidence(model.trials, tau2.value);
  const byPair = new Map(evidence.map((each) => [each.pair.join(), each]));
  const { factor, df } = scaled;
  const rule = { df, level: choices.level, method: effects[0]!.ci.method };
  const loops = loopsOf(evidence, longest).map((loop): InconsistencyLoop => {
    const around = edgesOf(loop).map(({ pair, sign }) => ({ sign, evidence: byPair.get(pair.join())! }));
    const estimate = around.reduce((sum, side) => sum + side.sign * side.evidence.estimate, 0);
    const variance = varianceAround(around, tau2.value);
    return {
      treatments: loop.map((place) => model.treatments[place]!),
      sides: around.map((side, i) => sideOf(side, model.treatments, loop, i)),
      estimate,
      se: Math.sqrt(variance),
      ci: intervalAround(estimate, { se: Math.sqrt(factor * variance), ...rule }),
    };
  });
  return freeze<LoopInconsistency>({ loops, tau2: tau2.value, warnings: loops.length === 0 ? [texts.noLoops()] : [] });
}

interface Side {
  readonly sign: 1 | -1;
  readonly evidence: PairEvidence;
}

function sideOf(
  { sign, evidence: { estimate, variance, trials } }: Side,
  treatments: readonly string[],
  loop: Loop,
  i: number,
): LoopSide {
  return {
    treatment: treatments[loop[i]!]!,
    against: treatments[loop[(i + 1) % loop.length]!]!,
    estimate: sign * estimate,
    se: Math.sqrt(variance),
    studies: trials.map(({ trial }) => trial.study),
  };
}

/** Of the sum of all sides, trial by trial: each has a coefficient for each of its arms. */
function varianceAround(around: readonly Side[], tau2: number): number {
  const byTrial = new Map<NetworkTrial, Float64Array>();
  for (const { sign, evidence } of around)
    for (const { trial, v } of evidence.trials) {
      const c = byTrial.get(trial) ?? new Float64Array(trial.arms.length);
      const share = (sign * evidence.variance) / (v + tau2);
      c[trial.arms.indexOf(evidence.pair[0])]! += share;
      c[trial.arms.indexOf(evidence.pair[1])]! -= share;
      byTrial.set(trial, c);
    }
  let sum = 0;
  for (const [trial, c] of byTrial) sum += varianceOver(trial, c, tau2);
  return sum;
}
