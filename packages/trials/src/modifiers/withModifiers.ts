import { freeze, metaError } from "@acumeta/core";
import type { TrialEffect } from "../contrasts/answer.js";
import { checkTables } from "../contrasts/checkTables.js";
import { groupBy } from "../contrasts/groupBy.js";
import { checkArgument, isObject } from "../problems/checkArgument.js";
import type { Trials } from "../schema/trials.js";
import { comparator } from "./comparator.js";
import { type ComparedArms, comparedArms } from "./comparedArms.js";
import { doses } from "./doses.js";
import { electro } from "./electro.js";
import { strangeTrial } from "./messages.js";
import { type ModifiedEffect, type ModifierName, type Modifiers, modifierNames } from "./modifiers.js";
import { type Reading, reading } from "./reading.js";
import { shamPenetrates } from "./shamPenetrates.js";
import { shamPoints } from "./shamPoints.js";
import { weeksAfter } from "./weeksAfter.js";

/** Effects with what may modify them, and of how many it is not known. */
export interface WithModifiers {
  readonly effects: readonly ModifiedEffect[];
  /** Effects for which a modifier has a meaning and is not known. */
  readonly unknown: Readonly<Record<ModifierName, number>>;
}

/**
 * Effects of `contrasts` with the columns of their trials that may modify them: what the sham was, the comparator, the
 * dose, the condition, the time. Nothing is filled in: what the tables do not say is null, and counted.
 *
 * A range is taken by its middle. Whether a sham went through the skin, and where it was, is read from arm-points.csv,
 * else from plain words of the arm's description and of `sham_type` ("non-penetrating", "non-acupuncture points");
 * combined arms that differ are unknown. `modifierRules` of an effect says what was derived so.
 *
 * Throws `WRONG_ARGUMENT`, and `UNKNOWN_TRIAL` for an effect of other tables.
 *
 * @example
 * import { contrasts, readTrials, withModifiers } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * const { effects } = contrasts(trials, "low-back-pain/acupuncture-vs-sham/pain/short");
 * const modified = withModifiers(trials, effects);
 * const haake = modified.effects.find(({ trial }) => trial === "haake-2007");
 * [haake.shamPenetrates, haake.shamPoints, haake.needles]; // => ["yes", "elsewhere", 17]
 * haake.modifierRules; // => ["shamPoints: elsewhere, from the words \"non-acupuncture points\"", "needles: middle of 14-20"]
 * modified.unknown.shamPenetrates; // => 1
 */
export function withModifiers(trials: Trials, effects: readonly TrialEffect[]): WithModifiers {
  checkTables(trials);
  checkArgument(Array.isArray(effects) && effects.every(isTrialEffect), {
    argument: "effects",
    found: effects,
    allowed: "the effects that contrasts gives",
  });
  const armsOf = groupBy(trials.arms, ({ trialId }) => trialId);
  const pointsOf = groupBy(trials.armPoints, ({ trialId }) => trialId);
  const known = new Map(trials.trials.map((trial) => [trial.trialId, trial]));
  const read = effects.map((effect) => {
    const { trialId } = effect.provenance;
    const trial = known.get(trialId);
    if (trial === undefined) throw metaError(strangeTrial(trialId));
    const tables = { trial, all: armsOf.get(trialId) ?? [], prescriptions: pointsOf.get(trialId) ?? [] };
    return { effect, readings: readingsOf(comparedArms(tables, effect.provenance), effect.provenance.week), trial };
  });
  return freeze<WithModifiers>({
    effects: read.map(({ effect, readings, trial }): ModifiedEffect => {
      const { trialId, conditionGroup } = trial;
      const values = Object.fromEntries(modifierNames.map((name) => [name, readings[name].value]));
      return {
        ...effect,
        trial: trialId,
        condition: conditionGroup,
        ...(values as Pick<Modifiers, ModifierName>),
        modifierRules: modifierNames.flatMap((name) => readings[name].rules),
      };
    }),
    unknown: countOf((name) => read.filter(({ readings }) => isUnknown(readings[name])).length),
  });
}

type Readings = Readonly<Record<ModifierName, Reading<string | number>>>;

function readingsOf(trial: ComparedArms, week: number | null): Readings {
  return {
    comparator: comparator(trial),
    shamPenetrates: shamPenetrates(trial),
    shamPoints: shamPoints(trial),
    electro: electro(trial),
    ...doses(trial.trial),
    week: reading(week),
    weeksAfter: weeksAfter(trial.trial, week),
  };
}

function isUnknown({ value, isAsked }: Reading<unknown>): boolean {
  return isAsked && value === null;
}

function countOf(count: (name: ModifierName) => number): Readonly<Record<ModifierName, number>> {
  return Object.fromEntries(modifierNames.map((name) => [name, count(name)])) as Record<ModifierName, number>;
}

function isTrialEffect(effect: unknown): effect is TrialEffect {
  return isObject(effect) && "provenance" in effect && isObject(effect.provenance);
}
