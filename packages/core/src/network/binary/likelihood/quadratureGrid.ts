import { gaussHermite } from "../../../rare/glmm/gaussHermite.js";

/** Nodes in several dimensions with their factors. */
export interface QuadratureGrid {
  readonly nodes: readonly Float64Array[];
  readonly factors: readonly number[];
}

/** So many nodes in all are enough. */
const MOST_NODES = 1000;

/** Products of one-dimensional rules of as many points as wanted, or as make 1000 nodes in all. */
export function quadratureGrid(dimensions: number, wanted: number): QuadratureGrid {
  const points = Math.max(1, Math.min(wanted, Math.floor(MOST_NODES ** (1 / dimensions) + 1e-9)));
  const rule = gaussHermite(points);
  let grid: readonly { readonly node: readonly number[]; readonly factor: number }[] = [{ node: [], factor: 1 }];
  for (let d = 0; d < dimensions; d++)
    grid = grid.flatMap(({ node, factor }) =>
      Array.from(rule.nodes, (each, k) => ({ node: [...node, each], factor: factor * rule.factors[k]! })),
    );
  return { nodes: grid.map(({ node }) => Float64Array.from(node)), factors: grid.map(({ factor }) => factor) };
}
