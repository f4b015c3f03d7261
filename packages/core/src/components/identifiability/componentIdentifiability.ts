import type { Measure } from "../../effects/effect.js";
import type { NetworkEffect } from "../../network/networkEffect.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { sparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import type { ComponentOptions } from "../design/combinations.js";
import { componentModel } from "../design/componentModel.js";
import { estimableBasis } from "../design/estimableBasis.js";
import { toldDesign } from "../design/toldDesign.js";
import { untoldColumns } from "../design/untoldColumns.js";
import { checkComponentOptions } from "../options.js";
import { type AliasedSet, aliasedSets } from "./aliasedSets.js";
import { comparableTreatments } from "./comparableTreatments.js";
import { conditionOf } from "./conditionOf.js";
import { type TrialLeverage, trialLeverages } from "./trialLeverages.js";
import { trialsTelling } from "./trialsTelling.js";

/** Whether the trials tell a component apart, and on which of them that hangs. */
export interface IdentifiableComponent {
  readonly component: string;
  readonly isEstimable: boolean;
  /** What it can't be told from, and what can be told instead; null where it can. */
  readonly because: string | null;
  /** Trials in which some arms have it and others don't. */
  readonly trials: number;
  /** What each trial tells of it, at τ² = 0, those that tell most first; none where it can't be estimated. */
  readonly leverages: readonly TrialLeverage[];
}

/** What the trials of a component network can tell; the frozen, JSON-serialisable result of {@link componentIdentifiability}. */
export interface ComponentIdentifiability {
  readonly components: readonly IdentifiableComponent[];
  /** Treatments of the trials, and whether the effect of all their components together can be told. */
  readonly combinations: readonly { readonly combination: string; readonly isEstimable: boolean }[];
  /** The treatments in classes: any two of one class can be compared, two of different classes can't. */
  readonly comparable: readonly (readonly string[])[];
  /** Components that can't be told apart, and what can be estimated instead. */
  readonly aliased: readonly AliasedSet[];
  /** Independent columns, of as many as there are components and interactions. */
  readonly rank: number;
  readonly columns: number;
  /** Of the columns that are independent, each scaled to one: beyond 30 estimates hang on small differences. */
  readonly condition: number;
  /** Parts of the network that no trial joins, as treatments. */
  readonly parts: readonly (readonly string[])[];
}

/**
 * What the trials of a component network can tell, before any model is fitted: which components, which treatments, and on which
 * trials each hangs.
 *
 * @param options Those of `componentNetwork` that tell components: `separator`, `components`, `inactive`, `interactions`.
 *
 * Throws what `componentNetwork` throws of effects and components. Belsley, Kuh & Welsch 1980, Regression Diagnostics, ch. 3 (the
 * condition); Rücker, Schmitz & Schwarzer 2021, Biometrical Journal 63:845-867.
 *
 * @example
 * import { componentIdentifiability } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const report = componentIdentifiability([
 *   { ...smd, study: "A", treat1: "needle+point", treat2: "care", yi: -0.6, vi: 0.02 },
 *   { ...smd, study: "B", treat1: "needle+point+care", treat2: "care", yi: -0.4, vi: 0.04 },
 * ]);
 * report.components.map(({ component, isEstimable }) => [component, isEstimable]);
 * // => [["care", true], ["needle", false], ["point", false]]
 * report.aliased[0].inWords;
 * // => "needle and point come only together in what trials compare: only needle + point can be estimated"
 * report.components[0].leverages[0]; // => { study: "A", leverage: 1 }
 */
export function componentIdentifiability<M extends Measure>(
  effects: readonly NetworkEffect<M>[] & OneMeasure<M>,
  options: ComponentOptions = {},
): ComponentIdentifiability {
  checkComponentOptions(options);
  const list: readonly NetworkEffect<M>[] = effects;
  const model = componentModel(list, options);
  const basis = estimableBasis(model.design);
  const design = toldDesign(model.design, basis);
  const names = model.columns.map(({ name }) => name);
  const aliased = aliasedSets(basis, names);
  const fit = sparseLeastSquares(design, 0);
  const trials = trialsTelling(model);
  const leveragesOf = trialLeverages(model, design, fit);
  return freeze<ComponentIdentifiability>({
    components: names.map((component, place) => {
      const isEstimable = untoldColumns(basis, [[place, 1]]).length === 0;
      const set = aliased.find(({ components }) => components.includes(component));
      const c = Float64Array.from(basis.kept, (each) => (each === place ? 1 : 0));
      return {
        component,
        isEstimable,
        because: isEstimable ? null : set!.inWords,
        trials: trials[place]!,
        leverages: isEstimable ? leveragesOf(c) : [],
      };
    }),
    combinations: model.combinations.map(({ treatment: combination }, place) => ({
      combination,
      isEstimable: untoldColumns(basis, model.rows[place]!).length === 0,
    })),
    comparable: comparableTreatments(basis, model.treatments, model.rows),
    aliased,
    rank: basis.kept.length,
    columns: names.length,
    condition: conditionOf(design),
    parts: model.parts,
  });
}
