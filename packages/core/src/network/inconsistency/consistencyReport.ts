import type { Measure } from "../../effects/effect.js";
import { measures } from "../../effects/measures.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { holm } from "../../multiplicity/holm.js";
import { freeze } from "../../numerics/freeze.js";
import type { Warning } from "../../pool/result.js";
import { detectableDifference } from "../../power/detectableDifference.js";
import { effectText } from "../../text/formatEffect.js";
import { fixed, pText } from "../../text/formatNumber.js";
import type { Network } from "../result.js";
import { checkIsNetwork } from "../workingNetwork.js";
import { decomposeQ, type QDecomposition } from "./decomposeQ.js";
import type { SplitMethodId } from "./split/index.js";
import { type NodeSplit, splitNodes } from "./splitNodes.js";

/** How to look for inconsistency. */
export interface ConsistencyOptions {
  /** How to split comparisons: an id of `splitMethods`; "back-calculation" unless given. */
  readonly method?: SplitMethodId;
  /** With what probability a difference ought to be found, for `detectable`; 0.8 unless given. */
  readonly power?: number;
}

/** A comparison with evidence of both kinds. */
export interface TestedComparison extends Pick<NodeSplit, "treatment" | "against" | "share"> {
  /** Trials with both arms. */
  readonly trials: number;
  /** Direct less indirect. */
  readonly difference: NonNullable<NodeSplit["difference"]>;
  /** Adjusted for the number of comparisons tested (Holm 1979). */
  readonly pHolm: number;
  /** The smallest true difference that this test would have found with the probability asked for, unadjusted. */
  readonly detectable: number;
}

/** The frozen, JSON-serialisable result of {@link consistencyReport}. */
export interface ConsistencyReport {
  /** Of the whole network; `random` allows for heterogeneity, `between` does not. */
  readonly overall: Pick<QDecomposition, "between" | "within" | "random">;
  readonly comparisons: readonly TestedComparison[];
  /** Comparisons that trials make, and of those how many have indirect evidence too: the others can't be tested. */
  readonly made: number;
  readonly tested: number;
  readonly level: number;
  readonly power: number;
  /** All of it in words. */
  readonly sentence: string;
  readonly warnings: readonly Warning[];
}

/**
 * Whether direct and indirect evidence agree: of the network as a whole (design-by-treatment interaction), and of each comparison
 * that has both, with p adjusted for their number and the difference that could have been found at all. Trials that can't tell are
 * said to; no sentence calls a network consistent because nothing was found.
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`, `NOT_A_VALID_NUMBER`.
 *
 * Higgins, Jackson, Barrett, Lu, Ades & White 2012, Research Synthesis Methods 3:98-110 (designs); Dias, Welton, Caldwell & Ades
 * 2010, Statistics in Medicine 29:932-944 (node-splitting).
 *
 * @example
 * import { consistencyReport, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * const { tested, comparisons, sentence } = consistencyReport(fit);
 * tested; // => 3
 * comparisons[0].detectable; // => 0.929
 * sentence.startsWith("No inconsistency was found (Q ="); // => true
 */
export function consistencyReport<M extends Measure>(
  network: Network<M>,
  options: ConsistencyOptions = {},
): ConsistencyReport {
  checkIsNetwork(network);
  checkOptionNames(options, ["method", "power"]);
  const { method = "back-calculation", power = 0.8 } = options;
  const { level } = network.choices;
  const { between, within, random, warnings } = decomposeQ(network);
  const splits = splitNodes(network, { method });
  const made = splits.comparisons.filter(({ direct }) => direct !== null);
  const both = between.df === 0 ? [] : made.filter(({ difference }) => difference !== null);
  const adjusted = holm(both.map(({ difference }) => difference!.ci.p));
  const comparisons = both.map(
    ({ treatment, against, share, studies, difference }, i): TestedComparison => ({
      treatment,
      against,
      share,
      trials: studies.length,
      difference: difference!,
      pHolm: adjusted[i]!,
      detectable: detectableDifference({ se: difference!.ci.se, df: difference!.ci.df, level, power }),
    }),
  );
  const report = { overall: { between, within, random }, comparisons, made: made.length, tested: both.length };
  return freeze<ConsistencyReport>({
    ...report,
    level,
    power,
    sentence: inWords({ ...report, level, power }, network.measure),
    warnings: [...warnings, ...splits.warnings],
  });
}

function inWords(
  {
    overall: { between, random },
    comparisons,
    made,
    tested,
    level,
    power,
  }: Omit<ConsistencyReport, "sentence" | "warnings">,
  measure: Measure,
): string {
  if (tested === 0)
    return `Consistency could not be tested: none of ${made} compared pairs has both direct and indirect evidence.`;
  const { Q, df, p } = random ?? between;
  const whole = p === null ? "" : ` (Q = ${fixed(Q, 2)} on ${df} df, ${pText(p)})`;
  const found = comparisons.filter(({ pHolm }) => pHolm < 1 - level);
  const isWhole = p !== null && p < 1 - level;
  const of = `${tested} of ${made} compared pairs could be tested`;
  if (isWhole || found.length > 0) {
    const names = found.map(
      ({ treatment, against, pHolm }) => `${treatment} and ${against} (adjusted ${pText(pHolm)})`,
    );
    const where =
      names.length === 0 ? "no single pair stands out" : `direct and indirect evidence differ for ${names.join(", ")}`;
    return `Inconsistency: ${isWhole ? `the designs disagree${whole}` : `the whole shows none${whole}`}; ${where}; ${of}.`;
  }
  const sizes = comparisons.map(({ detectable }) => detectable);
  const range = new Set([Math.min(...sizes), Math.max(...sizes)].map((size) => effectText(measure, size)));
  const apart = measures[measure].ratio ? "ratios of direct to indirect effects" : "differences";
  return `No inconsistency was found${whole}, and no small one could have been: ${of}, and only true ${apart} of ${[...range].join(" to ")} would have shown with ${Math.round(100 * power)} % probability.`;
}
