/** Rows 0 … n − 1 in parts: rows are of one part where a chain of sets that share rows leads from one to the other. */
export function connected(n: number, sets: readonly ArrayLike<number>[]): readonly (readonly number[])[] {
  const parent = Int32Array.from({ length: n }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (const rows of sets) for (let i = 1; i < rows.length; i++) parent[rootOf(rows[i]!)] = rootOf(rows[0]!);
  const parts = new Map<number, number[]>();
  for (let row = 0; row < n; row++) {
    const root = rootOf(row);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [row]);
    else part.push(row);
  }
  return [...parts.values()];
}
