import { subnetworks } from "../../network/arrange/subnetworks.js";
import type { EstimableBasis } from "../design/estimableBasis.js";

/** Components, of which none can be estimated by itself, and what can be in their place. */
export interface AliasedSet {
  readonly components: readonly string[];
  /** Sums that can be estimated instead: "needle + point". */
  readonly instead: readonly string[];
  readonly inWords: string;
}

/** Columns that can't be told apart, by what follows from what. */
export function aliasedSets({ kept, following }: EstimableBasis, names: readonly string[]): readonly AliasedSet[] {
  const links = following.flatMap(({ column, weights }) =>
    kept.flatMap((each, i) => (weights[i] === 0 ? [] : [[column, each] as const])),
  );
  return subnetworks(names.length, links)
    .map((part) => part.toSorted((a, b) => a - b))
    .filter((part) => following.some(({ column }) => part.includes(column)))
    .sort((a, b) => a[0]! - b[0]!)
    .map((part) => {
      const components = part.map((column) => names[column]!);
      if (part.length === 1)
        return { components, instead: [], inWords: `all arms of each trial have as much of ${components[0]}` };
      const own = following.filter(({ column }) => part.includes(column));
      const instead = kept.flatMap((column, i) =>
        part.includes(column)
          ? [
              sum(
                names[column]!,
                own.map((each) => ({ name: names[each.column]!, weight: each.weights[i]! })),
              ),
            ]
          : [],
      );
      const together = instead.length === 1 && own.every(({ weights }) => weights[kept.indexOf(part[0]!)] === 1);
      return { components, instead, inWords: inWords(components, instead, together) };
    });
}

const MOST_NAMED = 6;

function inWords(components: readonly string[], instead: readonly string[], together: boolean): string {
  const what = together ? "come only together in what trials compare" : "have no estimates of their own";
  return `${joined(components)} ${what}: only ${joined(instead)} can be estimated`;
}

function joined(texts: readonly string[]): string {
  if (texts.length <= MOST_NAMED)
    return [texts.slice(0, -1).join(", "), ...texts.slice(-1)].filter(Boolean).join(" and ");
  return `${texts.slice(0, MOST_NAMED).join(", ")} and ${texts.length - MOST_NAMED} more`;
}

function sum(first: string, others: readonly { readonly name: string; readonly weight: number }[]): string {
  return others
    .filter(({ weight }) => weight !== 0)
    .reduce((text, { name, weight }) => {
      const size = Math.abs(weight) === 1 ? "" : `${Number(Math.abs(weight).toPrecision(3))} × `;
      return `${text} ${weight < 0 ? "−" : "+"} ${size}${name}`;
    }, first);
}
