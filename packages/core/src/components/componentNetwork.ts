import type { Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { NetworkEffect } from "../network/networkEffect.js";
import { networkHeterogeneity } from "../network/networkHeterogeneity.js";
import { networkStatistics } from "../network/networkStatistics.js";
import { networkWarnings } from "../network/networkWarnings.js";
import { scaleOf } from "../network/scaleOf.js";
import { freeze } from "../numerics/freeze.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { residualTau2Interval } from "../regression/residualTau2Interval.js";
import { sparseMixedEffects } from "../sparse/mixedEffects.js";
import type { SparseLeastSquares } from "../sparse/sparseLeastSquares.js";
import { additivity } from "./additivity.js";
import { combinationEffects, componentEffects } from "./componentEffects.js";
import { componentWarnings } from "./componentWarnings.js";
import { componentModel } from "./design/componentModel.js";
import { type EstimableBasis, estimableBasis } from "./design/estimableBasis.js";
import { toldDesign } from "./design/toldDesign.js";
import { effectAlong } from "./effectAlong.js";
import { aliasedSets } from "./identifiability/aliasedSets.js";
import { type ComponentNetworkOptions, resolveComponents } from "./options.js";
import type { ComponentNetwork, EstimableColumns } from "./result.js";

/**
 * Component network meta-analysis: the effect of a treatment is the sum of the effects of its components, and of interactions
 * where they are given, so that trials tell about every component that their arms differ in. Parts of a network that no trial
 * joins are joined by the components they have in common.
 *
 * @param effects Comparisons as of `network`; treatments named "A+B", or told by `components`.
 * @param options `separator` "+", `components` by treatment, `inactive` (a component that is the zero, such as placebo),
 * `interactions` ["A*B"]; `tau2` "REML", `interval` "HKSJ", `prediction` "t(k-1)", `level` 0.95 as of `network`.
 * @returns A deeply frozen, JSON-serialisable result. A component that the trials can't tell from others has no estimate, and
 * `because` says from which; combinations have one wherever the trials tell it. `additivity` tests the sum against a network with
 * an effect of its own for each treatment.
 *
 * What trials can't tell gives the warning `NOT_ESTIMABLE`, parts that components alone join `JOINED_BY_COMPONENTS`, treatments of
 * different names and the same components `SAME_COMPONENTS`, names in `components` that no trial has `UNUSED_COMPONENTS`.
 *
 * Throws `EMPTY_COMPONENT`, `UNKNOWN_COMPONENT`, `NEVER_TOGETHER`, `REPEATED_INTERACTION`, `NO_COMPONENTS`, `BAD_COMPONENT_OPTION`,
 * and what `network` throws but for `DISCONNECTED_NETWORK`.
 *
 * Welton, Caldwell, Adamopoulos & Vedhara 2009, American Journal of Epidemiology 169:1158-1165; Rücker, Petropoulou & Schwarzer
 * 2020, Biometrical Journal 62:808-821; Rücker, Schmitz & Schwarzer 2021, Biometrical Journal 63:845-867.
 *
 * @example
 * import { componentNetwork } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = componentNetwork(
 *   [
 *     { ...smd, study: "A", treat1: "care+needle+point", treat2: "care+needle", yi: -0.2, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "care+needle+point", treat2: "care", yi: -0.6, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "needle", treat2: "waiting", yi: -0.4, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z", inactive: "waiting" },
 * );
 * fit.components.map(({ component, estimate }) => [component, estimate]);
 * // => [["care", null], ["needle", -0.4], ["point", -0.2]]
 * fit.components[0].because; // => "all arms of each trial have as much of care"
 */
export function componentNetwork<M extends Measure>(
  effects: readonly NetworkEffect<M>[] & OneMeasure<M>,
  options: ComponentNetworkOptions = {},
): ComponentNetwork<M> {
  const choices = resolveComponents(options);
  const list: readonly NetworkEffect<M>[] = effects;
  const model = componentModel(list, options);
  const basis = estimableBasis(model.design);
  if (basis.kept.length === 0) throw metaError(messages.noComponents());
  const design = toldDesign(model.design, basis);
  const names = model.columns.map(({ name }) => name);
  const aliased = aliasedSets(basis, names);
  const { level, tau2: estimator, prediction } = choices;
  const commonEffect = estimator.id === "EE";

  const mixed = sparseMixedEffects(design, estimator);
  const { fit, atZero, tau2: found } = mixed;
  const isEstimated = atZero.df > 0 && !commonEffect;
  const tau2 = {
    ...found,
    method: estimator.id,
    se: isEstimated ? estimator.standardError(design, mixed) : null,
    ci: isEstimated ? residualTau2Interval(mixed.at, { df: atZero.df, tau2: found.value, level }) : null,
  };
  const scale = scaleOf(fit, design.y, choices);
  const estimable = estimableColumns(basis, fit, names);
  const rules = { ...scale, prediction, commonEffect, tau2: tau2.value, residualDf: atZero.df };
  const fitted = { model, basis, estimable, rules };
  return freeze<ComponentNetwork<M>>({
    measure: model.measure,
    k: model.trials.length,
    m: list.length,
    components: componentEffects(fitted, aliased),
    combinations: combinationEffects(fitted),
    estimable,
    scaled: { factor: scale.factor, df: scale.df },
    predictionNote: effectAlong(estimable, () => 1, rules).predictionNote,
    tau2,
    heterogeneity: networkHeterogeneity(mixed, { tau2Ci: tau2.ci, commonEffect, level }),
    additivity: additivity(model, atZero),
    parts: model.parts,
    separator: options.separator ?? "+",
    inactive: options.inactive ?? null,
    fit: networkStatistics({ design, logU: model.logU }, fit, { fixedTau2: commonEffect }),
    choices: {
      tau2: estimator.id,
      tau2Interval: "Q-profile",
      interval: choices.interval.id,
      prediction: prediction.id,
      level,
    },
    warnings: [
      ...networkWarnings({
        chosen: choices.interval.id,
        scale,
        tau2,
        df: atZero.df,
        treatments: names,
        rounded: model.rounded,
        leftOut: [],
      }),
      ...componentWarnings(model, options, aliased),
    ],
  });
}

function estimableColumns(
  { kept, following }: EstimableBasis,
  { beta, vcov }: SparseLeastSquares,
  names: readonly string[],
): EstimableColumns {
  const C = vcov();
  const p = kept.length;
  return {
    columns: kept.map((column) => names[column]!),
    estimates: [...beta],
    vcov: kept.map((_, i) => [...C.subarray(i * p, (i + 1) * p)]),
    following: following.map(({ column, weights }) => ({ column: names[column]!, weights: [...weights] })),
  };
}
