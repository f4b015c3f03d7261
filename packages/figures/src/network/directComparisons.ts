import type { Network } from "@acumeta/core";
import type { NodePair } from "../graph/graphEdges.js";

/** Every pair of treatments that trials compare directly, be it with others besides, in the order of `names`. */
export function directComparisons({ designs }: Network, names: readonly string[]): readonly NodePair[] {
  const n = names.length;
  const counts = new Map<number, number>();
  for (const { treatments, studies } of designs) {
    const places = treatments.map((name) => names.indexOf(name)).sort((a, b) => a - b);
    places.forEach((from, i) => {
      for (const to of places.slice(i + 1))
        counts.set(from * n + to, (counts.get(from * n + to) ?? 0) + studies.length);
    });
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([pair, trials]) => ({ from: Math.floor(pair / n), to: pair % n, trials }));
}
