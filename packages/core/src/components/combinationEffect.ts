import type { Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { predictions } from "../pool/prediction/index.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import { choose } from "../registry/choose.js";
import { type Combination, spelledCombination } from "./design/combinations.js";
import { amountOf } from "./design/componentColumns.js";
import type { EstimableBasis } from "./design/estimableBasis.js";
import { untoldColumns } from "./design/untoldColumns.js";
import { effectAlong } from "./effectAlong.js";
import type { ComponentNetwork, ToldEffect } from "./result.js";

/** The effect of a combination of components against another, or against none of them. */
export interface ComparedCombination extends ToldEffect {
  readonly combination: string;
  readonly against: string | null;
}

/**
 * The effect of any combination of components, "needle+point", against another one, or against none of them; whether or not a
 * trial has tested it, as the sum of what its components do. A treatment of the trials is what it was told to be made of.
 *
 * Throws `UNKNOWN_COMPONENT`, `EMPTY_COMPONENT`, `NOT_ESTIMABLE` where the trials don't tell the components apart, and
 * `NOT_A_COMPONENT_NETWORK`.
 *
 * @example
 * import { combinationEffect, componentNetwork } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = componentNetwork(
 *   [
 *     { ...smd, study: "A", treat1: "needle+point", treat2: "needle", yi: -0.2, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "needle+care", treat2: "care", yi: -0.4, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * combinationEffect(fit, "needle+point").estimate; // => -0.6
 * combinationEffect(fit, "point", "needle").estimate; // => 0.2
 * combinationEffect(fit, "care"); // throws NOT_ESTIMABLE
 */
export function combinationEffect<M extends Measure>(
  network: ComponentNetwork<M>,
  combination: string,
  against: string | null = null,
): ComparedCombination {
  checkIsComponentNetwork(network);
  const { components, estimable, scaled, choices, tau2, heterogeneity } = network;
  const first = combinationNamed(network, "combination", combination);
  const second = against === null ? NOTHING : combinationNamed(network, "against", against);
  const weights = components.map((column) => amountOf(first, column) - amountOf(second, column));
  const because = untoldPart(network, weights);
  if (because.length > 0) throw metaError(messages.combinationNotEstimable({ combination, against, because }));
  const weightOf = (column: string) => weights[components.findIndex(({ component }) => component === column)]!;
  const { predictionNote: _, ...effect } = effectAlong(estimable, weightOf, {
    ...scaled,
    method: scaled.df === null ? "z" : choices.interval,
    level: choices.level,
    prediction: choose<PredictionRule>("prediction", predictions, choices.prediction),
    commonEffect: choices.tau2 === "EE",
    tau2: tau2.value,
    residualDf: heterogeneity.df,
  });
  return freeze({ combination, against, ...effect });
}

const NOTHING: Combination = { treatment: "", components: [], amounts: [] };

/** A treatment of the trials, or components as their names are spelled. */
function combinationNamed(
  { components, combinations, separator, inactive }: ComponentNetwork,
  option: string,
  name: unknown,
): Pick<Combination, "components" | "amounts"> {
  const treatment = combinations.find(({ combination }) => combination === name);
  if (treatment !== undefined) return treatment;
  const known = components.filter(({ parts }) => parts.length === 1).map(({ component }) => component);
  if (typeof name !== "string") throw metaError(messages.unknownComponent({ option, found: name, known }));
  const spelled = spelledCombination(name, separator, inactive);
  const unknown = spelled.components.find((part) => !known.includes(part));
  if (unknown !== undefined) throw metaError(messages.unknownComponent({ option, found: unknown, known }));
  return spelled;
}

/** Why a combination can't be estimated, by each set of components that the trials can't tell apart; nothing where it can. */
function untoldPart({ components, estimable }: ComponentNetwork, weights: readonly number[]): readonly string[] {
  const places = new Map(components.map(({ component }, place) => [component, place]));
  const basis: EstimableBasis = {
    kept: estimable.columns.map((column) => places.get(column)!),
    following: estimable.following.map((each) => ({
      column: places.get(each.column)!,
      weights: Float64Array.from(each.weights),
    })),
  };
  const untold = untoldColumns(
    basis,
    weights.map((weight, place) => [place, weight]),
  );
  return [...new Set(untold.map((column) => components[column]!.because!))];
}

function checkIsComponentNetwork(found: unknown): void {
  const isNetwork = typeof found === "object" && found !== null && "estimable" in found && "components" in found;
  if (!isNetwork) throw metaError(messages.notAComponentNetwork({ found }));
}
