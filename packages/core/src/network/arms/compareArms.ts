import type { Effect, Measure } from "../../effects/effect.js";
import type { MeasureInfo } from "../../effects/measure.js";
import { measures } from "../../effects/measures.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { inRange } from "../../pool/checkEffects.js";
import { choose } from "../../registry/choose.js";
import type { NetworkEffect } from "../networkEffect.js";
import type { EstimateArm } from "./arm.js";
import { type ArmKind, type ArmRows, armKinds } from "./armKinds.js";
import { armProblems } from "./armProblems.js";
import type { ArmMeasure, ComparedArms } from "./measures/armMeasure.js";
import { type ArmMeasureId, armMeasures } from "./measures/index.js";
import { type TrialOfArms, trialsOfArms } from "./trialsOfArms.js";

/** A comparison of two arms of a trial, with the rules by which it was made. */
export interface ArmComparison<M extends Measure = Measure> extends NetworkEffect<M> {
  readonly rules: readonly string[];
}

/** The arms that a measure compares: their own values, or estimates that are independent of each other. */
export type ArmOf<M extends Measure> = M extends ArmMeasureId
  ?
      | ArmRows[(typeof armMeasures)[M]["arms"]]
      | ((typeof armMeasures)[M]["ofEstimates"] extends false ? never : EstimateArm)
  : EstimateArm;

/** The measure, and the choices that it leaves. */
export type CompareArmsOptions<M extends Measure> = { readonly measure: M } & (M extends ArmMeasureId
  ? Parameters<(typeof armMeasures)[M]["compare"]>[1]
  : unknown);

/**
 * Every arm of a trial against every other, on one footing, so that variances of the t(t − 1)/2 comparisons tell how they go
 * together: what `network` fits.
 *
 * @param arms One object for each arm: `{ study, treatment, n, mean, sd }` for "SMD", "MD" and "ROM", `{ study, treatment, a, n }`
 * (`a` events of `n` patients) for "logOR", "logRR", "RD" and "AS", `{ study, treatment, x, t }` (`x` events in a time `t`) for
 * "logIRR", "IRD" and "IRSD". For all but "SMD" a trial may give estimates in their place, `{ study, treatment, yi, vi }`,
 * independent of each other: means, log odds.
 * @param options `measure`, and what the measure's own function takes (`correction`, `variance`, `add`, `to`, `dropDoubleZero`).
 * @returns `NetworkEffect`s with `rules`, in the order of the arms.
 *
 * Standardised mean differences have one standard deviation, pooled over all arms, and their covariance by Gleser & Olkin;
 * other differences of means the variances of each arm, or, with `variance: "pooled"`, of that standard deviation. A zero cell
 * is corrected in all arms of its trial. A trial with no events, or only events, in all arms is kept, and its rules say so,
 * unless `dropDoubleZero`: `doubleZeroTrials` tells which these are. A trial of two arms has the effect that the measure's own
 * function (`effectSize`) gives.
 *
 * Throws `ARMS_REFUSED`, whose `problems` tell everything wrong in all arms, `NOT_ARMS`, `NO_ARMS`, `NO_EVENTS`,
 * `NOT_COMPARED_BY_ARMS`, `UNKNOWN_CHOICE`, `UNKNOWN_OPTION`.
 *
 * Gleser & Olkin 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 19; Franchini et al. 2012,
 * Research Synthesis Methods 3:142-160.
 *
 * @example
 * import { compareArms, network } from "@acumeta/core";
 * const arms = [
 *   { study: "A", treatment: "acupuncture", n: 40, mean: 32, sd: 20 },
 *   { study: "A", treatment: "sham", n: 38, mean: 39, sd: 22 },
 *   { study: "A", treatment: "waiting", n: 20, mean: 51, sd: 21 },
 *   { study: "B", treatment: "acupuncture", n: 60, mean: 3.1, sd: 2.2 },
 *   { study: "B", treatment: "waiting", n: 62, mean: 4.9, sd: 2.4 },
 * ];
 * const effects = compareArms(arms, { measure: "SMD" });
 * effects.map(({ treat1, treat2, yi }) => [treat1, treat2, yi]);
 * // => [["acupuncture", "sham", -0.3307], ["acupuncture", "waiting", -0.8977], ["sham", "waiting", -0.567], ["acupuncture", "waiting", -0.7764]]
 * network(effects).k; // => 2
 */
export function compareArms<M extends Measure>(
  arms: readonly ArmOf<M>[],
  options: CompareArmsOptions<M>,
): readonly ArmComparison<M>[] {
  const entry = comparing(options?.measure);
  checkOptionNames(options, ["measure", ...(entry?.options ?? [])]);
  const { measure, ...choices } = options;
  const kind = entry === null ? null : (armKinds[entry.arms] as ArmKind<ArmOf<M>>);
  const { trials, estimated } = trialsOfArms<ArmOf<M>>(arms, { kind, estimates: entry?.ofEstimates ?? true });
  const compared =
    entry?.compare(
      trials.map((trial) => trial.arms as never),
      choices as never,
    ) ?? [];
  const order = new Map(arms.map(({ study }, place) => [study, place]).reverse() as [string, number][]);
  const all = [
    ...trials.map((trial, i) => ({ trial, compare: compared[i]! })),
    ...estimated.map((trial) => ({ trial, compare: () => differences(trial.arms) })),
  ].sort((one, other) => order.get(one.trial.study)! - order.get(other.trial.study)!);
  const problems = armProblems();
  const effects = all.flatMap(({ trial, compare }) => {
    const { study } = trial;
    const found = problems.attempt(compare, { study });
    if (found === null || found.dropped) return [];
    return pairs(trial.arms.length).flatMap(([a, b]) => {
      const effect = problems.attempt(() => comparison(measure, trial, found, [a, b]), { study });
      return effect === null ? [] : [effect];
    });
  });
  problems.refuse();
  if (effects.length === 0) throw metaError(messages.noEvents());
  return freeze(effects);
}

type AnyMeasure = ArmMeasure<string, keyof ArmRows, object>;

/** How a measure compares arms; null where it can be compared by estimates alone. */
function comparing(measure: Measure): AnyMeasure | null {
  const { tells } = choose<MeasureInfo>("measure", measures, measure);
  if (Object.hasOwn(armMeasures, measure)) return armMeasures[measure as ArmMeasureId] as unknown as AnyMeasure;
  if (tells === "difference") return null;
  throw metaError(messages.notComparedByArms({ measure, known: Object.keys(armMeasures) }));
}

/** Independent estimates: the variance of a difference is the sum of two. */
function differences(arms: readonly EstimateArm[]): ComparedArms {
  return {
    dropped: false,
    rules: ["difference of independent estimates"],
    pair: (a, b) => ({ yi: arms[a]!.yi - arms[b]!.yi, vi: arms[a]!.vi + arms[b]!.vi }),
  };
}

function pairs(t: number): readonly (readonly [number, number])[] {
  const places = Array.from({ length: t }, (_, place) => place);
  return places.flatMap((a) => places.slice(a + 1).map((b) => [a, b] as const));
}

function comparison<M extends Measure>(
  measure: M,
  { study, arms }: TrialOfArms<{ readonly treatment: string; readonly n?: number | undefined }>,
  { rules, pair }: ComparedArms,
  [a, b]: readonly [number, number],
): ArmComparison<M> {
  const [first, second] = [arms[a]!, arms[b]!];
  const { treatment: treat1, n: n1 } = first;
  const { treatment: treat2, n: n2 } = second;
  const effect = pair(a, b);
  if ("undefinedBecause" in effect)
    throw metaError(
      messages.undefinedComparison({
        measure,
        treatments: `${treat1} against ${treat2}`,
        why: effect.undefinedBecause,
      }),
    );
  const { yi, vi } = effect;
  if (vi === 0) throw metaError(messages.varianceNotPositive({ study, value: vi }));
  if (!inRange(yi, 1)) throw metaError(messages.effectOutOfRange({ study, column: "yi", value: yi }));
  if (!inRange(0, vi)) throw metaError(messages.effectOutOfRange({ study, column: "vi", value: vi }));
  const groups: Pick<Effect, "arms"> = { arms: [`${study}/${treat1}`, `${study}/${treat2}`] };
  const patients = {
    ...(n1 !== undefined && { n1 }),
    ...(n2 !== undefined && { n2 }),
    ...(n1 !== undefined && n2 !== undefined && { n: n1 + n2 }),
  };
  return { study, measure, treat1, treat2, yi, vi, ...patients, ...groups, rules };
}
