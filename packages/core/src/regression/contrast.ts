import { checkLevel } from "../errors/check.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { shown } from "../errors/shown.js";
import { freeze } from "../numerics/freeze.js";
import { ofKept } from "./coefficientSpace.js";
import { combination } from "./combination.js";
import type { MetaRegression, RegressionCoefficient, WaldTest } from "./result.js";
import { checkFit, spaceOfResult } from "./spaceOfResult.js";
import { waldOf } from "./waldOf.js";

/** Weights of columns by their names; those not named are 0. */
export type NamedWeights = Readonly<Record<string, number>>;

/** One combination or several: named weights, or a row as long as `fit.design.names`. */
export type Weights = NamedWeights | readonly number[] | readonly (NamedWeights | readonly number[])[];

/** What {@link contrast} gives. */
export interface Contrast {
  /** One for each combination, named by its weights. */
  readonly contrasts: readonly RegressionCoefficient[];
  /** The test that all are 0. */
  readonly joint: WaldTest;
}

/**
 * Combinations of coefficients with their intervals and tests, and the test that all of them are 0: differences between
 * levels, slopes within a level, effects at given moderators.
 *
 * @param weights Named weights `{ shamnone: 1, weeks: -4 }`, a row as long as `fit.design.names`, or a list of either.
 *
 * Throws `BAD_WEIGHTS`, `NOT_ESTIMABLE`, `NOT_A_FIT`, `UNKNOWN_OPTION`, `LEVEL_OUT_OF_RANGE`.
 *
 * @example
 * import { contrast, metaRegression } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, sham: "none" },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, sham: "none" },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, sham: "penetrating" },
 *   { study: "D", measure: "SMD", yi: 0.7, vi: 0.04, sham: "superficial" },
 *   { study: "E", measure: "SMD", yi: 0.5, vi: 0.04, sham: "superficial" },
 * ] as const;
 * const fit = metaRegression(effects, { moderators: "~ sham", interval: "z" });
 * const { contrasts } = contrast(fit, { shamsuperficial: 1, shampenetrating: -1 });
 * contrasts[0].estimate; // => -0.3
 * contrasts[0].p; // => 0.134
 */
export function contrast(fit: MetaRegression, weights: Weights, options: { readonly level?: number } = {}): Contrast {
  checkFit(fit);
  checkOptionNames(options, ["level"]);
  const { level = fit.choices.level } = options;
  checkLevel(level);
  const space = spaceOfResult(fit, level);
  const { names } = space;
  const rows = listOf(weights).map((one) => rowOf(names, one));
  const kept = rows.map((row) => ofKept(space, row));
  const labels = rows.map((row) => labelOf(names, row));
  return freeze({
    contrasts: kept.map((row, i) => combination(space, labels[i]!, row)),
    joint: waldOf(space, labels, kept),
  });
}

function listOf(weights: Weights): readonly (NamedWeights | readonly number[])[] {
  const isList = Array.isArray(weights) && typeof weights[0] === "object";
  return isList ? (weights as readonly (NamedWeights | readonly number[])[]) : [weights as NamedWeights];
}

function rowOf(names: readonly string[], weights: NamedWeights | readonly number[]): readonly number[] {
  const refuse = (found: string) => metaError(messages.badWeights({ found, names }));
  if (typeof weights !== "object" || weights === null) throw refuse(shown(weights));
  if (Array.isArray(weights) && weights.length !== names.length) throw refuse(`${weights.length} weights`);
  const row = Array.isArray(weights) ? (weights as readonly number[]) : names.map((name) => named(weights, name));
  const stranger = Array.isArray(weights) ? undefined : Object.keys(weights).find((name) => !names.includes(name));
  if (stranger !== undefined) throw refuse(`a weight of ${shown(stranger)}`);
  const bad = row.find((weight) => !Number.isFinite(weight));
  if (bad !== undefined) throw refuse(`the weight ${shown(bad)}`);
  if (row.every((weight) => weight === 0)) throw refuse("weights that are all 0");
  return row;
}

function named(weights: NamedWeights | readonly number[], name: string): number {
  return Object.hasOwn(weights, name) ? (weights as NamedWeights)[name]! : 0;
}

/** "shamsuperficial − shampenetrating" */
function labelOf(names: readonly string[], row: readonly number[]): string {
  const parts = names.flatMap((name, j) => {
    const weight = row[j]!;
    if (weight === 0) return [];
    const size = Math.abs(weight) === 1 ? name : `${Math.abs(weight)} ${name}`;
    return [{ size, isNegative: weight < 0 }];
  });
  const [first, ...others] = parts;
  const rest = others.map(({ size, isNegative }) => ` ${isNegative ? "−" : "+"} ${size}`).join("");
  return `${first!.isNegative ? "−" : ""}${first!.size}${rest}`;
}
