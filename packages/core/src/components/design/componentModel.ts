import type { Measure } from "../../effects/effect.js";
import { networkDesign } from "../../network/arrange/networkDesign.js";
import type { NetworkTrial } from "../../network/arrange/trial.js";
import type { NetworkEffect } from "../../network/networkEffect.js";
import type { SparseDesign, SparseRow } from "../../sparse/sparseDesign.js";
import { type ArrangedComponents, arrangeComponents } from "./arrangeComponents.js";
import type { Combination, ComponentOptions } from "./combinations.js";
import { amountOf, type ComponentColumn, componentColumns } from "./componentColumns.js";

/** A network in which the effect of a treatment is the sum of those of its components. */
export interface ComponentModel<M extends Measure = Measure> extends ArrangedComponents<M> {
  readonly columns: readonly ComponentColumn[];
  /** What each treatment has of each column. */
  readonly rows: readonly SparseRow[];
  /** A column for each of `columns`. */
  readonly design: SparseDesign;
  readonly trialOf: Int32Array;
  readonly logU: number;
}

export function componentModel<M extends Measure>(
  effects: readonly NetworkEffect<M>[],
  options: ComponentOptions,
): ComponentModel<M> {
  return withInteractions(arrangeComponents(effects, options), options.interactions);
}

/** The same trials and components, with other interactions. */
export function withInteractions<M extends Measure>(
  arranged: ArrangedComponents<M>,
  interactions?: readonly string[],
): ComponentModel<M> {
  const columns = componentColumns(arranged.combinations, interactions);
  const rows = rowsOf(arranged.combinations, columns);
  return { ...arranged, columns, rows, ...additiveDesign(arranged.trials, columns.length, rows) };
}

function rowsOf(combinations: readonly Combination[], columns: readonly ComponentColumn[]): readonly SparseRow[] {
  const placeOf = new Map(columns.map(({ name }, place) => [name, place]));
  const interactions = columns.filter(({ parts }) => parts.length > 1);
  return combinations.map((each) => {
    const own = each.components.map((component, i) => [placeOf.get(component)!, each.amounts[i]!] as const);
    const joint = interactions.map((column) => [placeOf.get(column.name)!, amountOf(each, column)] as const);
    return [...own, ...joint.filter(([, amount]) => amount !== 0)];
  });
}

/** The design from what each treatment has of each column, less what the trial's first arm has: what all arms have is exactly 0. */
export function additiveDesign(trials: readonly NetworkTrial[], p: number, rows: readonly SparseRow[]) {
  return networkDesign(trials, p, (treatment, trial) => {
    const first = trials[trial]!.arms[0]!;
    if (treatment === first) return [];
    const difference = new Map(rows[treatment]!);
    for (const [column, amount] of rows[first]!) difference.set(column, (difference.get(column) ?? 0) - amount);
    return [...difference].filter(([, amount]) => amount !== 0);
  });
}
