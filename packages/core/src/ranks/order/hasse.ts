/** An order as a Hasse diagram shows it. */
export interface Hasse {
  /** Pairs of places of which the first is above the second with nothing between them: what an order is not without. */
  readonly edges: readonly (readonly [number, number])[];
  /** For each place the length of the longest chain of edges down to it; 0 for those that nothing is above. */
  readonly layers: Int32Array;
}

/** The transitive reduction of an order, which is given row by row with all that follows: 1 where the row is above the column. */
export function hasse(above: Uint8Array): Hasse {
  const n = Math.sqrt(above.length);
  const places = Array.from({ length: n }, (_, i) => i);
  const countAbove = places.map((j) => places.reduce((sum, i) => sum + above[i * n + j]!, 0));
  const fromTop = places.slice().sort((i, j) => countAbove[i]! - countAbove[j]!);
  const edges: (readonly [number, number])[] = [];
  const layers = new Int32Array(n);
  for (const j of fromTop) {
    const higher = places.filter((i) => above[i * n + j] === 1);
    const covering = higher.filter((i) => !higher.some((between) => above[i * n + between] === 1));
    for (const i of covering) {
      edges.push([i, j]);
      layers[j] = Math.max(layers[j]!, layers[i]! + 1);
    }
  }
  return { edges, layers };
}
