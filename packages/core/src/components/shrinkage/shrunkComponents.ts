import type { Measure } from "../../effects/effect.js";
import { warningMessages as texts } from "../../errors/messages.js";
import type { NetworkEffect } from "../../network/networkEffect.js";
import { freeze } from "../../numerics/freeze.js";
import { intervalAround } from "../../pool/intervalAround.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Warning } from "../../pool/result.js";
import { termVariances } from "../../sparse/mixed/termVariances.js";
import { componentWarnings } from "../componentWarnings.js";
import { componentModel } from "../design/componentModel.js";
import { trialsTelling } from "../identifiability/trialsTelling.js";
import { resolveShrinkage, type ShrunkComponentsOptions } from "./options.js";
import { predictions } from "./predictions.js";
import type { ShrunkComponents } from "./result.js";
import { shrinkageModel } from "./shrinkageModel.js";

/**
 * Components as draws from one distribution, β ~ N(0, σ²), with σ² estimated beside τ² by restricted likelihood: ridge regression
 * whose penalty the trials choose. Every component has an estimate, those that trials can't tell apart sharing what is told of
 * their sum; many components and few trials do no harm but that all are drawn together. A positive σ² says that components matter,
 * not which. Interactions are drawn to 0, with a variance of their own.
 *
 * @param options Those of `componentNetwork` that tell components: `separator`, `components`, `inactive`, `interactions`; `mean`
 * "zero", or "estimated" for β ~ N(μ, σ²); `level` 0.95.
 *
 * A variance of 0 gives the warning `NO_VARIANCE`.
 *
 * Throws `MEAN_NOT_TOLD` where trials don't tell components from their mean, and what `componentNetwork` throws of effects and
 * components. Robinson 1991, Statistical Science 6:15-32 (prediction of random effects); Efthimiou et al. 2022, Statistics in Medicine 41:2586-2601 (shrinkage of
 * components).
 *
 * @example
 * import { shrunkComponents } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const effects = [
 *   { ...smd, study: "A", treat1: "needle+point", treat2: "care", yi: -0.9, vi: 0.02 },
 *   { ...smd, study: "B", treat1: "needle", treat2: "care", yi: -0.7, vi: 0.04 },
 *   { ...smd, study: "C", treat1: "care+moxa", treat2: "care", yi: -0.1, vi: 0.05 },
 *   { ...smd, study: "D", treat1: "needle+moxa", treat2: "care", yi: -0.9, vi: 0.05 },
 * ] as const;
 * const fit = shrunkComponents(effects, { inactive: "care" });
 * fit.components.map(({ component, estimate }) => [component, estimate]);
 * // => [["moxa", -0.1456], ["needle", -0.6725], ["point", -0.2068]]
 * fit.variance.p; // => 0.0126
 */
export function shrunkComponents<M extends Measure>(
  effects: readonly NetworkEffect<M>[] & OneMeasure<M>,
  options: ShrunkComponentsOptions = {},
): ShrunkComponents<M> {
  const { hasMean, level } = resolveShrinkage(options);
  const list: readonly NetworkEffect<M>[] = effects;
  const components = componentModel(list, options);
  const model = shrinkageModel(components, hasMean);
  const { best, terms } = termVariances(model, level);
  const [variance, interactionVariance = null] = terms;
  const { theta, iterations, converged } = best;
  const { effectiveDf, estimates, vcov, mean } = predictions(model, theta, best.fit);
  const trials = trialsTelling(components);
  const interval = (estimate: number, se: number) => intervalAround(estimate, { se, df: null, level, method: "z" });
  return freeze<ShrunkComponents<M>>({
    measure: components.measure,
    k: components.trials.length,
    components: components.columns.map(({ name: component, parts }, i) => {
      const estimate = estimates[i]!;
      const se = Math.sqrt(vcov[i]![i]!);
      return { component, parts, estimate, se, ci: interval(estimate, se), trials: trials[i]! };
    }),
    vcov,
    mean: mean && { ...mean, ci: interval(mean.estimate, mean.se) },
    variance: variance!,
    interactionVariance,
    tau2: {
      value: theta[0]!,
      method: "REML",
      se: null,
      ci: null,
      atBoundary: theta[0] === 0,
      iterations,
      converged,
    },
    effectiveDf,
    logLik: best.logLik - 0.5 * components.logU,
    level,
    warnings: [
      ...(converged ? [] : [texts.notConverged({ method: "REML", iterations })]),
      ...noVariance(theta),
      ...(components.rounded.length > 0 ? [texts.roundedContrasts({ studies: components.rounded })] : []),
      ...componentWarnings(components, options, []),
    ],
  });
}

function noVariance(theta: Float64Array): readonly Warning[] {
  const names = ["components", "interactions"];
  return names.flatMap((of, i) => (theta[1 + i] === 0 ? [texts.noVariance({ of })] : []));
}
