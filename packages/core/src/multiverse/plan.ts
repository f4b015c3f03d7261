import type { Attempt, Labels } from "./attempt.js";
import { dataSets } from "./dataSets.js";
import { changesData, type Dimension } from "./dimensions.js";
import { numberByContent } from "./numberByContent.js";
import type { RefusedCombination } from "./result.js";

/** Data and options of a fit, and the first combination that asks for them. */
export interface Analysis {
  readonly data: unknown;
  readonly settings: object;
  readonly labels: Labels;
}

/** A combination before its fit: its data set and its analysis, both counted from 1, or why its data were refused. */
type PlannedSpecification =
  | { readonly labels: Labels; readonly failed: null; readonly dataset: number; readonly analysis: number }
  | { readonly labels: Labels; readonly failed: RefusedCombination };

/** Every combination in order, and the different analyses that they ask for. */
export interface Plan {
  readonly specifications: readonly PlannedSpecification[];
  readonly analyses: readonly Analysis[];
  readonly datasets: number;
}

/** Works out the data of every combination; those of the same content, and the analyses of the same data and options, once. */
export function planOf(
  data: unknown,
  dimensions: readonly Dimension[],
  prepare: ((data: unknown) => unknown) | null,
): Plan {
  const { numbers, values } = numbered(dataSets(data, dimensions.filter(changesData), prepare));
  const settingsNumber = numberByContent();
  const analyses = new Map<string, Analysis & { readonly number: number }>();
  const total = dimensions.reduce((product, { options }) => product * options.length, 1);
  const specifications = Array.from({ length: total }, (_, row): PlannedSpecification => {
    const { labels, settings, branch } = combinationAt(row, dimensions);
    const dataset = numbers[branch]!;
    if (dataset.failed !== null) return { labels, failed: dataset.failed };
    const key = `${dataset.value} ${settingsNumber(settings)}`;
    const known = analyses.get(key);
    const number = known?.number ?? analyses.size + 1;
    if (known === undefined) analyses.set(key, { data: values[dataset.value - 1], settings, labels, number });
    return { labels, failed: null, dataset: dataset.value, analysis: number };
  });
  return { specifications, analyses: [...analyses.values()], datasets: values.length };
}

/** The number of each data set, from 1, and the first of each number. */
function numbered(all: readonly Attempt<unknown>[]): {
  readonly numbers: readonly Attempt<number>[];
  readonly values: readonly unknown[];
} {
  const numberOf = numberByContent();
  const values: unknown[] = [];
  const numbers = all.map((one): Attempt<number> => {
    if (one.failed !== null) return one;
    const value = numberOf(one.value);
    if (value > values.length) values.push(one.value);
    return { value, failed: null };
  });
  return { numbers, values };
}

/** The combination of a row: its labels, its options of the fit, and its place among the combinations that change data. */
function combinationAt(
  row: number,
  dimensions: readonly Dimension[],
): { readonly labels: Labels; readonly settings: object; readonly branch: number } {
  let rest = row;
  const taken = dimensions
    .toReversed()
    .map((dimension) => {
      const { options } = dimension;
      const place = rest % options.length;
      rest = (rest - place) / options.length;
      return { dimension, place, option: options[place]! };
    })
    .reverse();
  return {
    labels: Object.fromEntries(taken.map(({ dimension, option }) => [dimension.name, option.label])),
    settings: Object.assign({}, ...taken.map(({ option }) => option.settings)),
    branch: taken
      .filter(({ dimension }) => changesData(dimension))
      .reduce((index, { dimension, place }) => index * dimension.options.length + place, 0),
  };
}
