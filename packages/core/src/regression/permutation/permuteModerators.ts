import type { Effect } from "../../effects/effect.js";
import { check, finite } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages, warningMessages as texts } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Warning } from "../../pool/result.js";
import { uniforms } from "../../resample/random.js";
import { type RegressionIntervalMethod, regressionIntervals } from "../intervals.js";
import { metaRegression } from "../metaRegression.js";
import type { MetaRegressionOptions } from "../options.js";
import { residualTau2Estimators } from "../residualTau2/index.js";
import type { MetaRegression } from "../result.js";
import { columnsOf } from "../spaceOfResult.js";
import { type Arrangements, arrangements } from "./arrangements.js";
import type { PermutedModerators } from "./result.js";
import { type PermutedModel, sizesOf } from "./sizes.js";

/** A meta-regression, and how many arrangements of its moderators to try. */
export interface PermuteModeratorsOptions extends Omit<MetaRegressionOptions, "prediction" | "level"> {
  /** Every different arrangement is made where they are no more than this; else so many are drawn. 5,040 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
}

const known = ["moderators", "tau2", "interval", "missing", "reference", "coding", "draws", "seed"];
const meant = { mods: "moderators", method: "tau2", test: "interval", iter: "draws", ref: "reference" };

/** 7!, so that seven studies are permuted exactly. */
const DRAWS = 5040;

/**
 * Permutation test of a meta-regression: where moderators say nothing of effects, each study could as well have had the
 * moderators of another. The rows of the model matrix are dealt to the studies anew, the whole model, τ² included, is
 * fitted again, and p is the share of such arrangements, the observed one among them, whose |t| is at least as large; for
 * the omnibus test whose χ² or F is.
 *
 * Exact where the different arrangements (k! for k different rows, fewer where rows recur) are no more than `draws`; else
 * sampled, seeded. p of the constant compares it with constants under other arrangements, and is no test that it is 0.
 *
 * @param options `moderators`, `tau2`, `interval`, `missing`, `reference` and `coding` as for `metaRegression`.
 *
 * Warns (`FEW_PERMUTATIONS`) where no arrangement could have had a p of 0.05, and of fewer than 1,000 draws.
 * Throws `NO_MODERATORS`, and what `metaRegression` throws.
 * Higgins & Thompson 2004, Statistics in Medicine 23:1663-1682; Viechtbauer, López-López, Sánchez-Meca &
 * Marín-Martínez 2015, Psychological Methods 20:360-374.
 *
 * @example
 * import { permuteModerators } from "@acumeta/core";
 * const y = [0.1, 0.2, 0.15, 0.5, 0.6, 0.7];
 * const effects = y.map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: 0.02, weeks: 4 + i }));
 * const { coefficients, exact, permutations } = permuteModerators(effects, { moderators: "~ weeks" });
 * [exact, permutations]; // => [true, 720]
 * [coefficients[1].p, coefficients[1].modelP]; // => [0.0083, 0.0039]
 * permuteModerators(effects, { moderators: "~ 1" }); // throws NO_MODERATORS
 */
export function permuteModerators<E extends Effect>(
  effects: readonly E[] & OneMeasure<E["measure"]>,
  options: PermuteModeratorsOptions,
): PermutedModerators<E["measure"]> {
  checkOptionNames(options, known, meant);
  const { draws = DRAWS, seed = 1, ...model } = options;
  check({ draws }, (n) => Number.isInteger(n) && n >= 1, "a whole number, at least 1");
  finite({ seed });
  const fit = metaRegression(effects, model);
  const { omnibus, coefficients, design } = fit;
  if (omnibus === null) throw metaError(messages.noModeratorsToPermute({ found: design.formula ?? design.names }));
  const names = constantFirst(fit);
  const order = { draws, random: uniforms(seed) };
  const { shares, made } = permute(fit, names, order);
  const found = coefficients.map(({ name, estimate, statistic, p }) => ({
    name,
    estimate,
    statistic,
    ...shares[names.indexOf(name)]!,
    modelP: p,
  }));
  const whole = { names: omnibus.names, statistic: omnibus.statistic, ...shares.at(-1)!, modelP: omnibus.p };
  const tested = found.filter(({ name }) => omnibus.names.includes(name));
  const hopeless = tested.filter(({ leastP }) => leastP !== null && leastP > 0.05).map(({ name }) => name);
  const warnings: readonly Warning[] = [
    ...fit.warnings,
    ...(hopeless.length > 0 ? [texts.fewPermutations({ permutations: made.count, coefficients: hopeless })] : []),
    ...(!made.isExact && draws < 1000 ? [texts.fewDraws({ draws })] : []),
    ...(tested.length === found.length ? [texts.rearrangedWithoutConstant()] : []),
  ];
  return freeze<PermutedModerators<E["measure"]>>({
    measure: fit.measure,
    k: fit.k,
    coefficients: found,
    omnibus: whole,
    aliased: fit.aliased,
    exact: made.isExact,
    permutations: made.count,
    leftOut: fit.leftOut,
    choices: { tau2: fit.choices.tau2, interval: fit.choices.interval, seed: made.isExact ? null : seed },
    warnings,
  });
}

/** The names of the columns with a coefficient, that of the constant first. */
function constantFirst({ coefficients, design: { names, intercept } }: MetaRegression): readonly string[] {
  const constant = intercept === null ? null : names[intercept]!;
  const kept = coefficients.map(({ name }) => name);
  return [...kept.filter((name) => name === constant), ...kept.filter((name) => name !== constant)];
}

interface Permuted {
  /** Of each name, and last of the omnibus test. */
  readonly shares: readonly { readonly p: number; readonly leastP: number | null }[];
  readonly made: Arrangements;
}

function permute(
  fit: MetaRegression,
  names: readonly string[],
  order: { readonly draws: number; readonly random: () => number },
): Permuted {
  const { design, studies, choices } = fit;
  const all = columnsOf(fit);
  const X = names.map((name) => all[design.names.indexOf(name)]!);
  const y = Float64Array.from(studies, ({ yi }) => yi);
  const v = Float64Array.from(studies, ({ vi }) => vi);
  const model: PermutedModel = {
    estimator: residualTau2Estimators[choices.tau2 as keyof typeof residualTau2Estimators],
    interval: regressionIntervals[choices.interval as RegressionIntervalMethod],
    startsWithConstant: design.intercept !== null && names[0] === design.names[design.intercept],
  };
  const { labels, rows } = distinctRows(X);
  const made = arrangements(labels, order);
  const columns = names.map(() => new Float64Array(y.length));
  const statistics = columns.map(() => new Float64Array(made.count));
  statistics.push(new Float64Array(made.count));
  for (let at = 0; at < made.count; at++) {
    for (const [j, column] of columns.entries())
      for (let i = 0; i < column.length; i++) column[i] = rows[made.labels[i]!]![j]!;
    for (const [j, size] of sizesOf({ X: columns, y, v }, model).entries()) statistics[j]![at] = size;
    made.next();
  }
  const observed = sizesOf({ X, y, v }, model);
  const least = (sizes: Float64Array) => sizes.reduce((largest, size) => Math.max(largest, size), 0);
  return {
    made,
    shares: statistics.map((sizes, j) => ({
      p: shareAtLeast(sizes, observed[j]!),
      leastP: made.isExact ? shareAtLeast(sizes, least(sizes)) : null,
    })),
  };
}

/** Statistics that differ by no more are the same: τ² is found to some 11 digits. */
const SAME = 1e-8;

function shareAtLeast(sizes: Float64Array, size: number): number {
  const least = size * (1 - SAME);
  let beyond = 0;
  for (const each of sizes) if (each >= least) beyond += 1;
  return beyond / sizes.length;
}

/** The different rows of a model matrix, and which of them each study has. */
function distinctRows(X: readonly Float64Array[]): { readonly labels: Int32Array; readonly rows: readonly number[][] } {
  const places = new Map<string, number>();
  const rows: number[][] = [];
  const labels = Int32Array.from(X[0]!, (_, i) => {
    const row = X.map((column) => column[i]!);
    const key = row.join();
    const place = places.get(key) ?? rows.length;
    if (place === rows.length) rows.push(row);
    places.set(key, place);
    return place;
  });
  return { labels, rows };
}
