import type { Effect } from "../../effects/effect.js";
import { messages, warningMessages as texts } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { type BuiltDesign, buildDesign } from "../../formula/buildDesign.js";
import { parseFormula } from "../../formula/parseFormula.js";
import { keyOf } from "../../formula/terms.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Warning } from "../../pool/result.js";
import { averaged, type WeightedFit } from "./averages.js";
import type { CandidateTerm } from "./candidates.js";
import { different, fitOf } from "./fits.js";
import { type BestSubsetsOptions, type ResolvedSubsets, resolveSubsets } from "./options.js";
import type { BestSubsets, SubsetModel, TermImportance } from "./result.js";
import { subsetsOf } from "./subsets.js";

/**
 * Fits every meta-regression that can be made of some candidate moderators, by maximum likelihood, and compares them by an
 * information criterion: a table of models with their Akaike weights, coefficients averaged over all of them, and how
 * much weight the models have that have a candidate.
 *
 * This asks, it does not answer: the best of many models fits the studies at hand better than any others, the more so
 * the fewer they are. All models are fitted to the same studies, those of which every candidate is known. An interaction is
 * only in models with those of its parts that are candidates.
 *
 * @param options `candidates`: terms of a formula, at most 12; `always`: terms in every model, none unless given; `criterion`
 * "AICc" unless given; `missing`, `reference` and `coding` as for `metaRegression`.
 * @returns A deeply frozen, JSON-serialisable result, with the warning `BEST_OF_MANY`. Fit a model of the table by
 * `metaRegression(effects, { moderators: models[0].formula, tau2: "ML" })`.
 *
 * Models with fewer than two studies more than parameters, for which AICc does not exist, and those with the same fitted
 * values as a smaller one are left out (`MODELS_LEFT_OUT`).
 *
 * Throws `BAD_CANDIDATE`, `TOO_MANY_CANDIDATES`, `TOO_FEW_EFFECTS`, and what `metaRegression` throws.
 * Burnham & Anderson 2002, Model Selection and Multimodel Inference, 2nd ed., ch. 2 and 4; on the optimism Freedman 1983,
 * American Statistician 37:152-155.
 *
 * @example
 * import { bestSubsets } from "@acumeta/core";
 * const y = [0.1, 0.2, 0.1, 0.4, 0.5, 0.4, 0.7, 0.8];
 * const effects = y.map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: 0.02, weeks: i, needles: (7 * i) % 5 }));
 * const { models, importance } = bestSubsets(effects, { candidates: ["weeks", "needles"] });
 * models.map(({ formula, delta }) => [formula, delta]);
 * // => [["~ weeks", 0], ["~ 1", 8.19], ["~ weeks + needles", 9.33], ["~ needles", 13.0]]
 * importance.map(({ term, importance: weight }) => [term, weight]); // => [["weeks", 0.982], ["needles", 0.011]]
 * bestSubsets(effects, { candidates: ["weeks * needles"] }); // throws BAD_CANDIDATE
 */
export function bestSubsets<E extends Effect>(
  effects: readonly E[] & OneMeasure<E["measure"]>,
  options: BestSubsetsOptions,
): BestSubsets<E["measure"]> {
  const choices = resolveSubsets(options);
  const { candidates, criterion, level } = choices;
  const list: readonly E[] = effects;
  const { measure, y, v } = checkEffects<E["measure"]>(list as readonly Effect<E["measure"]>[]);
  const { built, columnsOf } = fullDesign(list, choices);
  const { used, X, names, leftOut } = built;
  const design = {
    X,
    y: Float64Array.from(used, (place) => y[place]!),
    v: Float64Array.from(used, (place) => v[place]!),
  };
  const subsets = subsetsOf(candidates);
  const fits = subsets.flatMap((subset) => fitOf(design, subset, columnsOf(subset)) ?? []);
  const { fits: kept, entangled } = different(fits, X);
  const k = used.length;
  if (kept.length === 0) {
    const needed = Math.min(...subsets.map((subset) => columnsOf(subset).length)) + 3;
    throw metaError(messages.tooFewEffects({ k, needed, what: "a comparison of models" }));
  }
  const values = kept.map(({ statistics }) => criterion.of(statistics));
  const least = Math.min(...values);
  const sum = values.reduce((total, value) => total + Math.exp(-0.5 * (value - least)), 0);
  const weighted: readonly WeightedFit[] = kept.map((fit, i) => ({
    ...fit,
    weight: Math.exp(-0.5 * (values[i]! - least)) / sum,
  }));
  const models = weighted
    .map((fit, i): SubsetModel => {
      const terms = fit.subset.map((place) => candidates[place]!.text);
      return {
        terms,
        formula: formulaOf(choices.always, terms),
        coefficients: fit.columns.length,
        tau2: fit.tau2,
        logLik: fit.statistics.logLik,
        criterion: values[i]!,
        delta: values[i]! - least,
        weight: fit.weight,
      };
    })
    .sort((a, b) => a.criterion - b.criterion || a.terms.length - b.terms.length);
  return freeze<BestSubsets<E["measure"]>>({
    measure,
    k,
    models,
    averaged: names.flatMap((name, column) =>
      weighted.some(({ columns }) => columns.includes(column)) ? [averaged(weighted, { name, column, level })] : [],
    ),
    importance: importanceOf(candidates, weighted),
    leftOut,
    choices: { criterion: criterion.id, tau2: "ML", level },
    warnings: warningsOf(built, choices, {
      tooLarge: subsets.length - fits.length,
      same: fits.length - kept.length,
      models: kept.length,
      entangled: [...entangled].sort((a, b) => a - b),
    }),
  });
}

function fullDesign(
  effects: readonly Effect[],
  { always, candidates, design }: ResolvedSubsets,
): { readonly built: BuiltDesign; readonly columnsOf: (subset: readonly number[]) => readonly number[] } {
  const formula = formulaOf(
    always,
    candidates.map(({ text }) => text),
  );
  const built = buildDesign(effects, formula, design);
  const keys = parseFormula(formula).terms.map(keyOf);
  const columnsOfTerm = ({ key }: CandidateTerm) => built.terms[keys.indexOf(key)]!.columns;
  const shared = [built.intercept!, ...always.flatMap(columnsOfTerm)];
  const own = candidates.map(columnsOfTerm);
  return {
    built,
    columnsOf: (subset) => [...shared, ...subset.flatMap((place) => own[place]!)].sort((a, b) => a - b),
  };
}

function formulaOf(always: readonly CandidateTerm[], terms: readonly string[]): string {
  const all = [...always.map(({ text }) => text), ...terms];
  return all.length === 0 ? "~ 1" : `~ ${all.join(" + ")}`;
}

function importanceOf(candidates: readonly CandidateTerm[], fits: readonly WeightedFit[]): readonly TermImportance[] {
  return candidates
    .map(({ text }, place) => {
      const own = fits.filter(({ subset }) => subset.includes(place));
      const importance = Math.min(
        1,
        own.reduce((sum, { weight }) => sum + weight, 0),
      );
      return { term: text, importance, models: own.length };
    })
    .sort((a, b) => b.importance - a.importance);
}

function warningsOf(
  { leftOut }: BuiltDesign,
  { candidates }: ResolvedSubsets,
  {
    tooLarge,
    same,
    models,
    entangled,
  }: {
    readonly tooLarge: number;
    readonly same: number;
    readonly models: number;
    readonly entangled: readonly number[];
  },
): readonly Warning[] {
  const interactions = candidates.filter(({ term }) => term.length > 1).map(({ text }) => text);
  const follow = entangled.map((place) => candidates[place]!.text).join(", ");
  return [
    ...(models > 1 ? [texts.bestOfMany({ models })] : []),
    ...(tooLarge > 0
      ? [texts.modelsLeftOut({ models: tooLarge, reason: "fewer than two studies more than parameters" })]
      : []),
    ...(same > 0
      ? [
          texts.modelsLeftOut({
            models: same,
            reason: `the same fitted values as another, since ${follow} can't be told apart from other terms`,
          }),
        ]
      : []),
    ...(interactions.length > 0 ? [texts.averagedInteractions({ terms: interactions })] : []),
    ...(leftOut.length > 0
      ? [
          texts.leftOutForModerator({
            studies: leftOut.map(({ study }) => study),
            missing: [...new Set(leftOut.flatMap(({ missing }) => missing))],
          }),
        ]
      : []),
  ];
}
