import type { Network } from "../result.js";

/** Two treatments that trials compare, as places with a < b, and the comparisons that do. */
export interface ComparedPair {
  readonly a: number;
  readonly b: number;
  /** Rows of the network's `contrasts`. */
  readonly rows: readonly number[];
  /** The sum of their weights. */
  readonly weight: number;
}

/** Every pair of treatments that some trial compares, in the order of the treatments. */
export function comparedPairs({ contrasts, treatments }: Network): readonly ComparedPair[] {
  const placeOf = new Map(treatments.map(({ name }, place) => [name, place]));
  const n = treatments.length;
  const byPair = new Map<number, { readonly rows: number[]; weight: number }>();
  for (let row = 0; row < contrasts.length; row++) {
    const { treat1, treat2, weight } = contrasts[row]!;
    const one = placeOf.get(treat1)!;
    const other = placeOf.get(treat2)!;
    const key = Math.min(one, other) * n + Math.max(one, other);
    const pair = byPair.get(key) ?? { rows: [], weight: 0 };
    pair.rows.push(row);
    pair.weight += weight;
    byPair.set(key, pair);
  }
  return [...byPair]
    .sort(([one], [other]) => one - other)
    .map(([key, pair]) => ({ a: Math.floor(key / n), b: key % n, ...pair }));
}
