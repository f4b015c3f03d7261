import type { Measure } from "../../effects/effect.js";
import { checkLevel } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages, warningMessages as texts } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { componentsOf } from "../../multilevel/components.js";
import { fixedPart, intervalOf } from "../../multilevel/fixedPart.js";
import { likelihoodAt } from "../../multilevel/model/likelihood.js";
import { prepare } from "../../multilevel/model/prepare.js";
import { profileLimits } from "../../multilevel/profile/profileLimits.js";
import { profileStarts } from "../../multilevel/profile/profileStarts.js";
import type { RandomTerm } from "../../multilevel/random/term.js";
import { boundsOf, type Maximum, maximise } from "../../multilevel/search/maximise.js";
import { startsOf } from "../../multilevel/search/starts.js";
import { knownCorrelation } from "../../multilevel/structures/known.js";
import { type CoefficientTestId, coefficientTests } from "../../multilevel/tests/index.js";
import type { CoefficientTestRule } from "../../multilevel/tests/test.js";
import { unitOf } from "../../multilevel/unitOf.js";
import { freeze } from "../../numerics/freeze.js";
import { chiSquareCritical, halfWidth } from "../../numerics/quantileCache.js";
import type { Bounds, Interval, PredictionInterval, Warning } from "../../pool/result.js";
import { choose } from "../../registry/choose.js";
import type { NetworkModel } from "../arrange/networkModel.js";
import type { Network, TreatmentEffect } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { type BasicComparisons, basicComparisons } from "./basicComparisons.js";

export interface InconsistencyVarianceOptions {
  /** Tests and intervals of effects: an id of `coefficientTests`; "Satterthwaite" unless given. */
  readonly test?: CoefficientTestId;
  /** Confidence level between 0 and 1; that of the network unless given. */
  readonly level?: number;
}

/** A variance and how well it is known. */
export interface EstimatedVariance {
  readonly value: number;
  /** From the second derivatives of the likelihood; null at 0. */
  readonly se: number | null;
  /** By profile likelihood; null where the search for it does not settle. */
  readonly ci: Bounds | null;
  readonly atBoundary: boolean;
}

/** The frozen, JSON-serialisable result of {@link inconsistencyVariance}. */
export interface InconsistencyVariance<M extends Measure = Measure> {
  readonly measure: M;
  /** Trials and designs. */
  readonly k: number;
  readonly designs: number;
  readonly reference: string;
  /** Between trials of one design. */
  readonly tau2: EstimatedVariance;
  /** Between designs. */
  readonly omega2: EstimatedVariance;
  /** Every other treatment against the reference, on average over designs; prediction is for a new trial of a new design. */
  readonly effects: readonly TreatmentEffect[];
  /** Covariances of `effects`. */
  readonly vcov: readonly (readonly number[])[];
  readonly test: CoefficientTestId;
  readonly warnings: readonly Warning[];
}

/**
 * Inconsistency as variance: designs differ in their true effects by ω² as trials of one design do by τ², both with correlation ½
 * of two comparisons that have an arm in common, by restricted maximum likelihood. Where ω² is above 0, effects are averages over
 * designs, with the wider intervals that inconsistency asks for. With few designs ω² is poorly known: read its interval.
 *
 * @param network A result of `network`; its effects are fitted anew, whatever its own τ².
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`; `NO_LOOPS` where no effect has evidence from
 * two designs, `ONE_TRIAL_PER_DESIGN` where τ² and ω² can't be told from each other.
 *
 * Jackson, Barrett, Rice, White & Higgins 2014, Statistics in Medicine 33:3639-3654; Law, Jackson, Turner, Rhodes & Viechtbauer
 * 2016, BMC Medical Research Methodology 16:87.
 *
 * @example
 * import { inconsistencyVariance, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network([
 *   { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *   { ...smd, study: "B", treat1: "acupuncture", treat2: "sham", yi: -0.4, vi: 0.02 },
 *   { ...smd, study: "C", treat1: "acupuncture", treat2: "waiting", yi: -0.2, vi: 0.04 },
 *   { ...smd, study: "D", treat1: "acupuncture", treat2: "waiting", yi: -0.4, vi: 0.03 },
 *   { ...smd, study: "E", treat1: "sham", treat2: "waiting", yi: -0.9, vi: 0.05 },
 * ]);
 * const { tau2, omega2 } = inconsistencyVariance(fit);
 * [tau2.value, omega2.value]; // => [0, 0.266]
 */
export function inconsistencyVariance<M extends Measure>(
  network: Network<M>,
  options: InconsistencyVarianceOptions = {},
): InconsistencyVariance<M> {
  const { model: trials } = workingNetwork(network);
  checkOptionNames(options, ["test", "level"]);
  const { level = network.choices.level } = options;
  checkLevel(level);
  const test = choose<CoefficientTestRule>("test", coefficientTests, options.test ?? "Satterthwaite");
  checkTells(network);

  const rows = basicComparisons(trials);
  const terms = termsOf(rows, network, trials);
  const prepared = prepare({ ...rows, terms, method: "REML" });
  const { model, scale } = prepared;
  const box = boundsOf(terms);
  const starts = startsOf(terms, prepared.tau2);
  const maximum = maximise(model, starts, box);
  const at = likelihoodAt(model, maximum.x)!;
  const { free, hessian, x } = maximum;
  const fixed = fixedPart(prepared, at, test.compute({ model, at, free, hessian }));

  const profiled = { model, maximum: x, box, starts: profileStarts(terms, prepared.tau2) };
  const drop = 0.5 * chiSquareCritical(level, 1);
  const intervals = terms.map(({ parameters }, place) => {
    const { kind, power } = parameters[0]!;
    const limits = profileLimits(profiled, { place, drop, reach: FAR ** (1 / power) });
    if (limits.failure !== null) return null;
    const reported = (x: number) => Math.min((unitOf(kind, scale) * x) ** power, Number.MAX_VALUE);
    return { lower: reported(limits.lower), upper: reported(limits.upper), level, method: "profile likelihood" };
  });
  const [tau2, omega2] = componentsOf(terms, at.covariances, maximum, scale).map(
    ([component], place): EstimatedVariance => {
      const { value, se, atBoundary } = component!;
      return { value, se, ci: intervals[place]!, atBoundary };
    },
  ) as [EstimatedVariance, EstimatedVariance];
  const p = rows.X.length;
  const others = network.treatments.map(({ name }) => name).filter((name) => name !== network.reference);
  return freeze<InconsistencyVariance<M>>({
    measure: network.measure,
    k: network.k,
    designs: network.designs.length,
    reference: network.reference,
    tau2,
    omega2,
    effects: others.map((treatment, i) => {
      const ci = intervalOf(fixed, i, { level, method: test.id });
      return {
        treatment,
        against: network.reference,
        estimate: fixed.beta[i]!,
        se: Math.sqrt(fixed.vcov[i * (p + 1)]!),
        ci,
        pi: predicted(fixed.beta[i]!, ci, tau2.value + omega2.value),
      };
    }),
    vcov: others.map((_, i) => Array.from(fixed.vcov.subarray(i * p, (i + 1) * p))),
    test: test.id as CoefficientTestId,
    warnings: warningsOf(maximum),
  });
}

/** A variance in typical sampling variances, beyond which likelihoods keep too few digits. */
const FAR = 1e8;

/** Refuses networks that tell nothing of ω², or nothing of it but its sum with τ². */
function checkTells({ designs, treatments }: Network): void {
  const between = designs.reduce((sum, design) => sum + design.treatments.length - 1, 1 - treatments.length);
  if (between === 0) throw metaError(messages.noInconsistency());
  if (designs.every(({ studies }) => studies.length === 1)) throw metaError(messages.oneTrialPerDesign());
}

/** Random effects of trials and of designs. */
function termsOf({ trial, arm }: BasicComparisons, { designs }: Network, { trials }: NetworkModel): RandomTerm[] {
  const most = Math.max(...trials.map(({ arms }) => arms.length)) - 1;
  const levels = {
    names: Array.from({ length: most }, (_, i) => String(i + 1)),
    values: null,
    correlation: Float64Array.from({ length: most ** 2 }, (_, at) => (at % (most + 1) === 0 ? 1 : 0.5)),
  };
  const designOf = new Map(designs.flatMap(({ studies }, d) => studies.map((study) => [study, d] as const)));
  const ofTrials = trials.map(({ study }) => designOf.get(study)!);
  const shared = { structure: knownCorrelation, levels, inner: arm, parameters: knownCorrelation.parameters() };
  return [
    { ...shared, label: "trial", groups: trials.map(({ study }) => study), outer: trial },
    {
      ...shared,
      label: "design",
      groups: designs.map((design) => design.treatments.join(", ")),
      outer: trial.map((s) => ofTrials[s]!),
    },
  ];
}

function predicted(estimate: number, { se: own, df, level, method }: Interval, variance: number): PredictionInterval {
  const se = Math.sqrt(own ** 2 + variance);
  const half = halfWidth(level, { se, df });
  return { lower: estimate - half, upper: estimate + half, level, method, se, df };
}

function warningsOf({ converged, iterations, isIdentified }: Maximum): readonly Warning[] {
  return [
    ...(converged ? [] : [texts.searchNotConverged({ iterations })]),
    ...(isIdentified ? [] : [texts.notIdentified()]),
  ];
}
