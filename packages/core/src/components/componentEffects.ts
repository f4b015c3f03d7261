import type { ComponentModel } from "./design/componentModel.js";
import type { EstimableBasis } from "./design/estimableBasis.js";
import { untoldColumns } from "./design/untoldColumns.js";
import { type EffectRules, effectAlong } from "./effectAlong.js";
import type { AliasedSet } from "./identifiability/aliasedSets.js";
import { trialsTelling } from "./identifiability/trialsTelling.js";
import type { CombinationEffect, ComponentEffect, EstimableColumns } from "./result.js";

interface Fitted {
  readonly model: ComponentModel;
  readonly basis: EstimableBasis;
  readonly estimable: EstimableColumns;
  readonly rules: EffectRules;
}

const untold = { estimate: null, se: null, ci: null, pi: null } as const;

/** Every component and interaction, those that trials can't tell apart without an estimate. */
export function componentEffects(
  { model, basis, estimable, rules }: Fitted,
  aliased: readonly AliasedSet[],
): readonly ComponentEffect[] {
  const trials = trialsTelling(model);
  return model.columns.map(({ name: component, parts }, place) => {
    const isTold = untoldColumns(basis, [[place, 1]]).length === 0;
    const set = aliased.find(({ components }) => components.includes(component));
    return {
      component,
      parts,
      ...(isTold ? along(estimable, (name) => (name === component ? 1 : 0), rules) : untold),
      because: isTold ? null : set!.inWords,
      trials: trials[place]!,
    };
  });
}

/** Every treatment of the trials against none of its components. */
export function combinationEffects({ model, basis, estimable, rules }: Fitted): readonly CombinationEffect[] {
  const placeOf = new Map(model.columns.map(({ name }, place) => [name, place]));
  return model.combinations.map((each, treatment) => {
    const row = model.rows[treatment]!;
    const has = new Map(row);
    const isTold = untoldColumns(basis, row).length === 0;
    return {
      combination: each.treatment,
      components: each.components,
      amounts: each.amounts,
      ...(isTold ? along(estimable, (name) => has.get(placeOf.get(name)!) ?? 0, rules) : untold),
    };
  });
}

function along(...given: Parameters<typeof effectAlong>) {
  const { predictionNote: _, ...effect } = effectAlong(...given);
  return effect;
}
