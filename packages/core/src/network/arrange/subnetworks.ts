/** The parts of a network that no comparison joins: places of treatments, those of the largest part first. */
export function subnetworks(n: number, links: Iterable<readonly [number, number]>): readonly (readonly number[])[] {
  const parent = Int32Array.from({ length: n }, (_, i) => i);
  const rootOf = (place: number): number => {
    let root = place;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (const [a, b] of links) parent[rootOf(a)] = rootOf(b);
  const parts = new Map<number, number[]>();
  for (let place = 0; place < n; place++) {
    const root = rootOf(place);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [place]);
    else part.push(place);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length);
}
