import { messages, warningMessages as texts } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { Tau2 } from "../../pool/result.js";
import type { EventsArm } from "../arms/arm.js";
import { armKinds, wholeEvents } from "../arms/armKinds.js";
import { compareArms } from "../arms/compareArms.js";
import { type TrialOfArms, trialsOfArms } from "../arms/trialsOfArms.js";
import { connected } from "../connected.js";
import { designsOf } from "../designsOf.js";
import { networkWarnings } from "../networkWarnings.js";
import type { Network } from "../result.js";
import { treatmentEffect } from "../treatmentEffects.js";
import { treatmentsOf } from "../treatmentsOf.js";
import { countNetwork } from "./countNetwork.js";
import type { CountNetwork } from "./countTrial.js";
import { heterogeneityOfCounts } from "./heterogeneityOfCounts.js";
import type { BinarySolution } from "./method.js";
import { type BinaryNetworkOptions, type ResolvedBinaryNetwork, resolveBinaryNetwork } from "./options.js";
import type { BinaryNetwork, BinaryNetworkChoices } from "./result.js";
import { withoutSilent } from "./withoutSilent.js";

/**
 * Network meta-analysis of events: log odds ratios from the counts themselves, which stay good where events are rare and the
 * odds ratio of a trial hardly is normal.
 *
 * @param arms `{ study, treatment, a, n }`: `a` events among the `n` patients of each arm of each trial.
 * @param options `method`: "MH" Mantel-Haenszel, "NCH" the non-central hypergeometric likelihood, "NCH-approximate" the same for
 * rare events, "logistic" binomial counts with trial levels, with effects that vary between trials (`tau2` "ML") or do not
 * ("EE"), "Firth" the same with one effect and a penalty that keeps all estimates finite. See {@link BinaryNetworkOptions}.
 * @returns A `Network`, for `compareTreatments`, `leagueTable` and ranks, with normal intervals. `leftOut` tells what says
 * nothing of an odds ratio, and why: trials with no events, or only events, in all arms (not of "Firth"), and by "MH" arms
 * with no events, or only events, in all trials of the same treatments. No cell is corrected, but by "MH" where `zeroCells`
 * says so. Q: the methods (`binaryNetworkMethods`) say of what.
 *
 * Throws `ARMS_REFUSED` with all `problems`, `NOT_ARMS`, `NO_ARMS`, `NO_EVENTS`, `DISCONNECTED_NETWORK`, `UNKNOWN_TREATMENT`,
 * `UNKNOWN_CHOICE`, `UNKNOWN_OPTION`, `NOT_FOR_METHOD`, `LEVEL_OUT_OF_RANGE`; of likelihoods `SEPARATION` where an odds ratio is
 * infinite, `TAU2_UNBOUNDED`, `NOT_CONVERGED`.
 *
 * Efthimiou et al. 2019, Statistics in Medicine 38:2992-3012; Stijnen, Hamza & Özdemir 2010, Statistics in Medicine
 * 29:3046-3067; Evrenoglou et al. 2022, Statistics in Medicine 41:5203-5219.
 *
 * @example
 * import { binaryNetwork, compareTreatments } from "@acumeta/core";
 * const arms = [
 *   { study: "A", treatment: "acupuncture", a: 4, n: 120 },
 *   { study: "A", treatment: "sham", a: 3, n: 118 },
 *   { study: "A", treatment: "waiting", a: 1, n: 60 },
 *   { study: "B", treatment: "acupuncture", a: 6, n: 300 },
 *   { study: "B", treatment: "waiting", a: 2, n: 150 },
 *   { study: "C", treatment: "acupuncture", a: 0, n: 40 },
 *   { study: "C", treatment: "sham", a: 0, n: 40 },
 * ];
 * const fit = binaryNetwork(arms, { method: "MH", reference: "waiting" });
 * fit.effects.map(({ treatment, estimate, se }) => [treatment, estimate, se]);
 * // => [["acupuncture", 0.5155, 0.665], ["sham", 0.276, 0.9106]]
 * fit.leftOut;
 * // => [{ study: "C", treat1: "acupuncture", treat2: "sham", why: "no events, or only events, in all arms" }]
 * compareTreatments(fit, "acupuncture", "sham").estimate; // => 0.2396
 */
export function binaryNetwork(arms: readonly EventsArm[], options: BinaryNetworkOptions): BinaryNetwork {
  const choices = resolveBinaryNetwork(options);
  const { method, level } = choices;
  const kind = method.whole ? wholeEvents : armKinds.events;
  const { trials } = trialsOfArms<EventsArm>(arms, { kind, estimates: false });
  const admitted = method.admit(trials, choices);
  if (admitted.trials.length === 0) throw nothingLeft(trials);
  const comparisons = compareArms(
    admitted.trials.flatMap((trial) => trial.arms),
    { measure: "logOR" },
  );
  const names = [...new Set(comparisons.flatMap(({ treat1, treat2 }) => [treat1, treat2]))].sort();
  const { used, treatments, reference, leftOut: apart } = connected(comparisons, names, options);
  const { counts, trials: arranged, typicalVariance } = countNetwork(admitted.trials, { used, treatments, reference });
  const solution = method.fit(counts, choices);
  const tau2 = tau2Of(solution);
  const heterogeneity = heterogeneityOfCounts(solution, { df: counts.df, tau2: tau2.value, typicalVariance, level });
  const notRare = method.rare ? frequent(counts) : [];
  const scaled = { factor: solution.factor, df: null };
  return freeze<BinaryNetwork>({
    measure: "logOR",
    k: arranged.length,
    m: used.length,
    treatments: treatmentsOf(used, arranged, treatments),
    reference: treatments[reference]!,
    ...effectsOf(solution, { treatments, reference, choices, tau2: tau2.value, df: counts.df }),
    scaled,
    tau2,
    heterogeneity,
    designs: designsOf(arranged, treatments),
    contrasts: [],
    fit: { ML: solution.fit, REML: null },
    choices: namesOf(choices),
    leftOut: [...admitted.leftOut, ...apart.map((each) => ({ ...each, why: "nothing joins it with the reference" }))],
    betweenDesigns: solution.betweenDesigns,
    convergence: { converged: solution.converged, iterations: solution.iterations },
    warnings: [
      ...networkWarnings({
        chosen: "z",
        scale: { ...scaled, method: "z", level },
        tau2,
        df: counts.df,
        treatments,
        rounded: [],
        leftOut: apart,
      }),
      ...(admitted.leftOut.length > 0
        ? [texts.silentTrials({ studies: [...new Set(admitted.leftOut.map(({ study }) => study))] })]
        : []),
      ...(notRare.length > 0 ? [texts.notRare({ studies: notRare })] : []),
    ],
  });
}

/** Trials without events in some patients and not in others, or trials that a method makes infinite odds ratios of. */
function nothingLeft(trials: readonly TrialOfArms<EventsArm>[]) {
  const saySomething = withoutSilent(trials).trials.length > 0;
  return metaError(saySomething ? messages.noFiniteOddsRatio() : messages.noEvents());
}

const RARE = 0.1;

/** Trials with more than 1 event in 10 patients. */
function frequent({ trials }: CountNetwork): readonly string[] {
  const total = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0);
  return trials.filter(({ a, n }) => total(a) > RARE * total(n)).map(({ study }) => study);
}

function tau2Of({ tau, iterations, converged }: BinarySolution): Tau2 {
  const search = { ci: null, iterations, converged };
  if (tau === null) return { ...search, value: 0, method: "EE", se: null, atBoundary: false };
  const { value, se } = tau;
  const seOfSquare = se === null ? null : 2 * value * se;
  return { ...search, value: value ** 2, method: "ML", se: seOfSquare, atBoundary: value === 0 };
}

interface Facts {
  readonly treatments: readonly string[];
  readonly reference: number;
  readonly choices: ResolvedBinaryNetwork;
  readonly tau2: number;
  readonly df: number;
}

function effectsOf(
  { beta, vcov, factor }: BinarySolution,
  { treatments, reference, choices: { level, prediction, common }, tau2, df }: Facts,
): Pick<Network, "effects" | "vcov" | "predictionNote"> {
  const p = beta.length;
  const rules = { factor, df: null, method: "z", level, prediction, commonEffect: common, tau2, residualDf: df };
  const others = treatments.filter((_, place) => place !== reference);
  const effects = others.map((treatment, i) => {
    const names = { treatment, against: treatments[reference]! };
    return treatmentEffect({ ...names, estimate: beta[i]!, variance: vcov[i * p + i]! }, rules);
  });
  return {
    effects: effects.map(({ effect }) => effect),
    vcov: others.map((_, i) => Array.from(vcov.subarray(i * p, (i + 1) * p))),
    predictionNote: effects[0]!.predictionNote,
  };
}

function namesOf(resolved: ResolvedBinaryNetwork): BinaryNetworkChoices {
  const { method, common, level, prediction, quadraturePoints, dispersion, zeroCells } = resolved;
  return {
    method: method.id,
    tau2: common ? "EE" : "ML",
    tau2Interval: "none",
    interval: "z",
    prediction: prediction.id,
    level,
    quadraturePoints: common ? null : quadraturePoints,
    dispersion: method.options.includes("dispersion") ? dispersion.id : null,
    zeroCells: method.options.includes("zeroCells") ? zeroCells : null,
  };
}
