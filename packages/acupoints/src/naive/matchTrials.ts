import { metaError } from "@acumeta/core";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { messages } from "./messages.js";
import type { NaiveEffect } from "./naiveInput.js";

/** A trial with an effect and a list of points. */
export interface MatchedTrial extends NaiveEffect {
  readonly codes: readonly string[];
}

/** The trials of both lists; refuses repeated ones (`REPEATED_TRIAL`) and to have none (`NO_EFFECTS`). */
export function matchTrials(
  prescriptions: readonly Prescription[],
  effects: readonly NaiveEffect[],
): readonly MatchedTrial[] {
  const codesOf = new Map(prescriptions.map(({ trialId, codes }) => [trialId, codes]));
  for (const list of [prescriptions, effects]) {
    const ids = list.map(({ trialId }) => trialId);
    const repeated = ids.find((id, i) => ids.indexOf(id) < i);
    if (repeated !== undefined) throw metaError(messages.repeatedTrial(repeated));
  }
  const trials = effects.flatMap((effect) => {
    const codes = codesOf.get(effect.trialId);
    return codes === undefined ? [] : [{ ...effect, codes }];
  });
  if (trials.length === 0) throw metaError(messages.noEffects());
  return trials;
}
