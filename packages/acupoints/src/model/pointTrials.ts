import { type Effect, freeze } from "@acumeta/core";
import {
  type ArmPoints,
  type ConditionGroup,
  type Modifiers,
  type Trials,
  type Trust,
  withModifiers,
} from "@acumeta/trials";
import { checkArgument, checkOptionsObject } from "../checkArgument.js";
import { chooseEffects } from "../naive/pointTrialEffects.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { prescriptionsOf } from "../prescriptions/prescriptions.js";
import { type CandidateRule, candidateRules, type PointAmounts, pointAmounts } from "./pointAmounts.js";

/** A trial with the effect of its acupuncture, its points, and what else may explain the effect: columns that a formula can name. */
export interface PointTrial
  extends Effect<"SMD">,
    Pick<Modifiers, "shamPenetrates" | "shamPoints" | "electro" | "sessions" | "needles" | "minutes"> {
  readonly trialId: string;
  /** What acupuncture was compared with. */
  readonly comparator: "sham" | "untreated";
  readonly condition: ConditionGroup;
  /**
   * Whether acupuncture went through the skin and what it was compared with did not (1), or both did (0); null where that is not
   * known. With `shams: "subtract"` it makes needling a component beside the points.
   */
  readonly needling: 0 | 1 | null;
  /** Standard error of the effect: small trials' effects may be larger. */
  readonly standardError: number;
  readonly points: PointAmounts;
  readonly basis: Prescription["basis"];
}

export interface PointTrialsOptions {
  /** Only trials of these groups of conditions; all unless given. */
  readonly conditions?: readonly ConditionGroup[];
  /** Lists rated lower than this are left out; "medium" unless given. */
  readonly minimumTrust?: Trust;
  /** What a list to choose from counts; "shared" unless given: see {@link candidateRules}. */
  readonly candidates?: CandidateRule;
  /**
   * What the points of a sham count: nothing ("ignore", unless given), or as much against as those of acupuncture for ("subtract"),
   * with or without a needle, so that a sham at the same points leaves needling alone: pointModel(…, { moderators: "~ needling" }).
   */
  readonly shams?: "ignore" | "subtract";
}

export interface PointTrials {
  readonly trials: readonly PointTrial[];
  /** Trials with a list of points and no effect. */
  readonly withoutEffect: readonly string[];
  /** Trials with an effect whose points are not known, or trusted too little. */
  readonly withoutPoints: readonly string[];
}

/**
 * The trials that tell anything of points: those with a list of points and one effect each, as `pointTrialEffects` takes it,
 * standardised, positive where it favours acupuncture. Points of a list from which each patient got some count by their chance.
 *
 * Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { pointTrials } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { trials } = pointTrials(await readTrials("datasets/pain-trials"));
 * trials.find(({ trialId }) => trialId === "cherkin-2009").points;
 * // => { BL23: 1, BL40: 1, KI3: 1, GV3: 1, ASHI: 1 }
 */
export function pointTrials(trials: Trials, options: PointTrialsOptions = {}): PointTrials {
  checkOptionsObject(options);
  const { conditions, minimumTrust = "medium", candidates = "shared", shams = "ignore" } = options;
  checkArgument(candidateRules.includes(candidates), "candidates", candidates, candidateRules.join(" or "));
  checkArgument(["ignore", "subtract"].includes(shams), "shams", shams, '"ignore" or "subtract"');
  const { prescriptions } = prescriptionsOf(trials, { minimumTrust });
  const chosen = chooseEffects(trials, conditions);
  const used = prescriptions.filter(({ trialId }) => chosen.has(trialId));
  const amounts = pointAmounts(used, candidates);
  const modified = withModifiers(
    trials,
    used.map(({ trialId }) => chosen.get(trialId)!.effect),
  ).effects;
  const against = shams === "ignore" ? [] : shamPoints(trials);
  const known = new Set(used.map(({ trialId }) => trialId));
  return freeze<PointTrials>({
    trials: used.map(({ trialId, basis }, i): PointTrial => {
      const { study, yi, vi, n, condition, shamPenetrates, shamPoints, electro, sessions, needles, minutes } =
        modified[i]!;
      return {
        study,
        measure: "SMD",
        yi,
        vi,
        ...(n !== undefined && { n }),
        trialId,
        comparator: chosen.get(trialId)!.comparator,
        condition,
        needling: needlingOf(chosen.get(trialId)!.comparator, shamPenetrates),
        standardError: Math.sqrt(vi),
        points: less(amounts[i]!, chosen.get(trialId)!.comparator === "sham" ? against : [], trialId),
        basis,
        ...{ shamPenetrates, shamPoints, electro, sessions, needles, minutes },
      };
    }),
    withoutEffect: prescriptions.flatMap(({ trialId }) => (chosen.has(trialId) ? [] : [trialId])),
    withoutPoints: [...chosen.keys()].filter((trialId) => !known.has(trialId)),
  });
}

function needlingOf(comparator: PointTrial["comparator"], penetrates: "yes" | "no" | null): PointTrial["needling"] {
  if (comparator === "untreated") return 1;
  return penetrates === null ? null : penetrates === "yes" ? 0 : 1;
}

/** Points of sham arms, where they are known. */
function shamPoints({ arms, armPoints }: Trials): readonly ArmPoints[] {
  const shams = new Set(arms.filter(({ kind }) => kind === "sham").map(({ trialId, arm }) => `${trialId}/${arm}`));
  return armPoints.filter(({ trialId, arm, points }) => shams.has(`${trialId}/${arm}`) && points.length > 0);
}

/** Points less those of the trial's sham; what is left of none is left out. */
function less(amounts: PointAmounts, shams: readonly ArmPoints[], trialId: string): PointAmounts {
  const own = new Set(shams.filter((sham) => sham.trialId === trialId).flatMap(({ points }) => points));
  const codes = [...new Set([...Object.keys(amounts), ...own])];
  const left = codes.map((code) => [code, (amounts[code] ?? 0) - (own.has(code) ? 1 : 0)] as const);
  return Object.fromEntries(left.filter(([, amount]) => amount !== 0));
}
