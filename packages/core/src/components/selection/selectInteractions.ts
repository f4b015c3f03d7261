import type { Measure } from "../../effects/effect.js";
import { messages, warningMessages as texts } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { NetworkEffect } from "../../network/networkEffect.js";
import { networkStatistics } from "../../network/networkStatistics.js";
import { networkTau2Estimators } from "../../network/tau2/index.js";
import { chiSquareCdf } from "../../numerics/chiSquare.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Warning } from "../../pool/result.js";
import { sparseMixedEffects } from "../../sparse/mixedEffects.js";
import { componentWarnings } from "../componentWarnings.js";
import { type ArrangedComponents, arrangeComponents } from "../design/arrangeComponents.js";
import type { ComponentOptions } from "../design/combinations.js";
import { componentColumns } from "../design/componentColumns.js";
import { withInteractions } from "../design/componentModel.js";
import { estimableBasis } from "../design/estimableBasis.js";
import { toldDesign } from "../design/toldDesign.js";
import { checkComponentOptions } from "../options.js";
import { pairsTogether } from "./pairsTogether.js";

/** A model on the way: the interactions in it, and how well it does. */
export interface InteractionStep {
  readonly interactions: readonly string[];
  /** Columns that can be told, and τ². */
  readonly parameters: number;
  /** By maximum likelihood. */
  readonly logLik: number;
  /** Corrected information criterion. */
  readonly AICc: number;
  /** Likelihood-ratio test against the step before, as if nothing had been chosen; null of the first. */
  readonly p: number | null;
}

/** The frozen, JSON-serialisable result of {@link selectInteractions}. */
export interface SelectedInteractions {
  readonly interactions: readonly string[];
  /** From the model without further interactions to the one selected. */
  readonly steps: readonly InteractionStep[];
  /** Pairs of components that a treatment has together. */
  readonly candidates: readonly string[];
  readonly warnings: readonly Warning[];
}

/**
 * Which pairs of components to let interact: forward selection among pairs that a treatment has together, one at a time, as long as
 * AICc falls. Pairs that trials can't tell from what is in the model are passed over.
 *
 * @param options Those of `componentNetwork` that tell components; `interactions` are in every model.
 *
 * Warns that the data chose (`SELECTED_BY_DATA`), and of a network of parts that no trial joins (`SELECTION_DISCONNECTED`), where
 * simulations found selection unreliable. Throws what `componentNetwork` throws of effects and components.
 *
 * Petropoulou, Rücker, Weibel & Schwarzer 2022, arXiv:2205.11218; Hurvich & Tsai 1989, Biometrika 76:297-307.
 *
 * @example
 * import { selectInteractions } from "@acumeta/core";
 * const row = (study, treat1, yi) => ({ measure: "SMD", study, treat1, treat2: "care", yi, vi: 0.02 });
 * const effects = [
 *   row("A", "needle", -0.1), row("B", "needle", -0.2), row("C", "moxa", -0.1), row("D", "moxa", -0.2),
 *   row("E", "needle+moxa", -1.1), row("F", "needle+moxa", -1.2), row("G", "needle", -0.15), row("H", "moxa", -0.1),
 *   row("I", "needle+moxa", -1.1),
 * ];
 * selectInteractions(effects, { inactive: "care" }).interactions; // => ["moxa*needle"]
 */
export function selectInteractions<M extends Measure>(
  effects: readonly NetworkEffect<M>[] & OneMeasure<M>,
  options: ComponentOptions = {},
): SelectedInteractions {
  checkComponentOptions(options);
  const list: readonly NetworkEffect<M>[] = effects;
  const arranged = arrangeComponents(list, options);
  const always = componentColumns(arranged.combinations, options.interactions).filter(({ parts }) => parts.length > 1);
  const candidates = pairsTogether(arranged.combinations).filter(
    (pair) => !always.some(({ parts }) => parts.length === 2 && pair.parts.every((part) => parts.includes(part))),
  );
  const start = {
    ...fitted(
      arranged,
      always.map(({ name }) => name),
    ),
    p: null,
  };
  if (start.parameters === 1) throw metaError(messages.noComponents());
  const steps: InteractionStep[] = [start];
  for (;;) {
    const before = steps.at(-1)!;
    const better = candidates
      .filter(({ name }) => !before.interactions.includes(name))
      .map(({ name }) => fitted(arranged, [...before.interactions, name]))
      .filter(({ parameters, AICc }) => parameters > before.parameters && AICc < before.AICc);
    if (better.length === 0) break;
    const best = better.reduce((least, each) => (each.AICc < least.AICc ? each : least));
    const ratio = Math.max(0, 2 * (best.logLik - before.logLik));
    steps.push({ ...best, p: chiSquareCdf(ratio, 1, { upper: true }) });
  }
  return freeze<SelectedInteractions>({
    interactions: steps.at(-1)!.interactions,
    steps,
    candidates: candidates.map(({ name }) => name),
    warnings: [
      ...(steps.length > 1 ? [texts.selectedByData({ candidates: candidates.length })] : []),
      ...(arranged.parts.length > 1 ? [texts.selectionDisconnected({ parts: arranged.parts.length })] : []),
      ...componentWarnings(arranged, options, []),
    ],
  });
}

function fitted(arranged: ArrangedComponents, interactions: readonly string[]): Omit<InteractionStep, "p"> {
  const { design, logU } = withInteractions(arranged, interactions);
  const basis = estimableBasis(design);
  const told = toldDesign(design, basis);
  const { fit } = sparseMixedEffects(told, networkTau2Estimators.ML);
  const { logLik, AICc } = networkStatistics({ design: told, logU }, fit, { fixedTau2: false }).ML;
  return { interactions, parameters: basis.kept.length + 1, logLik, AICc };
}
