import {
  type ArmKind,
  type ComparatorName,
  contrasts,
  type ModifiedEffect,
  type Trials,
  withModifiers,
} from "@acumeta/trials";
import type { ModifierQuestion } from "./modifierQuestion.js";
import type { ModifierOptions } from "./options.js";

const kinds: Readonly<Record<ComparatorName, readonly ArmKind[]>> = {
  sham: ["sham"],
  "no treatment": ["no-treatment", "waiting-list"],
  "usual care": ["usual-care"],
  "another treatment": ["active"],
};

/** An effect with its modifiers, and 0 or 1 for a comparison with sham or with no treatment or usual care. */
export interface AskedEffect extends ModifiedEffect {
  readonly measure: "SMD";
  readonly untreated: 0 | 1 | null;
}

/**
 * The effects that may answer: acupuncture against each comparator by itself, one effect of a trial for each, at the week
 * nearest the target; responders as SMD (Chinn 2000) where nothing better is printed.
 */
export function modifierEffects(
  trials: Trials,
  { id, label, against, arms }: ModifierQuestion,
  { outcome, conditions, window, minimumTrust }: Required<ModifierOptions>,
): readonly AskedEffect[] {
  const effects = against.flatMap((name) => {
    const question = {
      id: `modifiers/${id}/${name}`,
      label,
      conditions,
      treatment: ["acupuncture", "electroacupuncture"],
      comparator: kinds[name],
      outcome,
      window,
      measure: "SMD",
      prefer: ["endpoint", "change", "contrast"],
      arms,
      minimumTrust,
      respondersAsSmd: true,
    } as const;
    return contrasts(trials, question).effects;
  });
  return withModifiers(trials, effects).effects.map((effect) => ({
    ...effect,
    measure: "SMD",
    untreated: untreated(effect),
  }));
}

function untreated({ comparator }: ModifiedEffect): 0 | 1 | null {
  if (comparator === "sham") return 0;
  return comparator === "no treatment" || comparator === "usual care" ? 1 : null;
}
