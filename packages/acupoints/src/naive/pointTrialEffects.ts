import { freeze } from "@acumeta/core";
import {
  type ArmKind,
  type ConditionGroup,
  conditionGroups,
  contrasts,
  type Question,
  type TrialEffect,
  type Trials,
} from "@acumeta/trials";
import { checkOptionsObject } from "../checkArgument.js";

/** The one effect by which a naive ranking judges a trial. */
export interface PointTrialEffect {
  readonly trialId: string;
  readonly study: string;
  /** What acupuncture was compared with; trials are exchanged only within it. */
  readonly comparator: "sham" | "untreated";
  readonly outcome: "pain" | "disability";
  /** Standardised mean difference; positive favours acupuncture. */
  readonly yi: number;
  readonly vi: number;
  readonly n: number | null;
  /** Where the effect comes from, as in `contrasts`. */
  readonly source: string;
  readonly week: number | null;
}

export interface PointTrialEffects {
  readonly effects: readonly PointTrialEffect[];
  /** Trials without such an effect. */
  readonly withoutEffect: readonly string[];
}

const comparators = {
  sham: ["sham"],
  untreated: ["no-treatment", "waiting-list", "usual-care"],
} as const satisfies Readonly<Record<string, readonly ArmKind[]>>;
const outcomes = ["pain", "disability"] as const;

/**
 * One effect for each trial, as rankings in the literature take them: against sham where there was one, else against
 * no treatment, waiting list or usual care; pain where it is reported, else disability; at the week nearest 8 up to two
 * years; responders as SMD (Chinn 2000) where nothing better is printed.
 *
 * @param options.conditions Only trials of these groups of conditions; all unless given.
 *
 * @example
 * import { pointTrialEffects } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { effects, withoutEffect } = pointTrialEffects(await readTrials("datasets/pain-trials"));
 * effects.length + withoutEffect.length; // => 93
 * effects.find(({ trialId }) => trialId === "brinkhaus-2006").comparator; // => "sham"
 */
export function pointTrialEffects(
  trials: Trials,
  options: { readonly conditions?: readonly ConditionGroup[] } = {},
): PointTrialEffects {
  checkOptionsObject(options);
  const chosen = chooseEffects(trials, options.conditions);
  const ids = trials.trials.map(({ trialId }) => trialId);
  return freeze({
    effects: ids.flatMap((id) => {
      const found = chosen.get(id);
      return found === undefined ? [] : [described(found)];
    }),
    withoutEffect: ids.filter((id) => !chosen.has(id)),
  });
}

/** The effect chosen of a trial, as `contrasts` gives it. */
export interface ChosenEffect extends Pick<PointTrialEffect, "comparator" | "outcome"> {
  readonly effect: TrialEffect;
}

/** The one effect of each trial that has any, by trial. */
export function chooseEffects(
  trials: Trials,
  conditions: readonly ConditionGroup[] = conditionGroups,
): ReadonlyMap<string, ChosenEffect> {
  const chosen = new Map<string, ChosenEffect>();
  for (const comparator of ["sham", "untreated"] as const)
    for (const outcome of outcomes)
      for (const effect of contrasts(trials, question({ comparator, outcome, conditions })).effects) {
        const { trialId } = effect.provenance;
        if (!chosen.has(trialId)) chosen.set(trialId, { comparator, outcome, effect });
      }
  return chosen;
}

function described({ comparator, outcome, effect }: ChosenEffect): PointTrialEffect {
  const { provenance, study, yi, vi, n } = effect;
  const { trialId, source, week } = provenance;
  return { trialId, study, comparator, outcome, yi, vi, n: n ?? null, source, week };
}

function question({
  comparator,
  outcome,
  conditions,
}: Pick<PointTrialEffect, "comparator" | "outcome"> & Pick<Question, "conditions">): Question {
  return {
    id: `points/acupuncture-vs-${comparator}/${outcome}`,
    label: `Acupuncture vs ${comparator}, ${outcome}, up to 2 years`,
    conditions,
    treatment: ["acupuncture", "electroacupuncture"],
    comparator: comparators[comparator],
    outcome,
    window: { from: 0.1, to: 104, target: 8 },
    measure: "SMD",
    prefer: ["endpoint", "change", "contrast"],
    respondersAsSmd: true,
  };
}
