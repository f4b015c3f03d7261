import { addSquare } from "../model/addSquare.js";
import type { Likelihood } from "../model/likelihood.js";
import type { MarginalModel } from "../model/marginalModel.js";

/** tr(M⁻¹EᵢM⁻¹Eⱼ) for each two of some parameters, row by row; n³ operations for a block of n rows. */
export function expectedTraces(
  { terms, blocks, y }: MarginalModel,
  { factors, covariances }: Likelihood,
  free: readonly number[],
): Float64Array {
  const size = free.length;
  const out = new Float64Array(size * size);
  const owners = terms.flatMap(({ parameters }, term) => parameters.map((_, slope) => ({ term, slope })));
  const moved = new Float64Array(y.length);
  const solved = new Float64Array(y.length);
  for (const [b, block] of blocks.entries()) {
    const { start, end, groups } = block;
    const n = end - start;
    const products = free.map((j) => {
      const { term, slope } = owners[j]!;
      const E = new Float64Array(n * n);
      for (const group of groups)
        if (group.term === term) addSquare(E, block, group, covariances[term]!.slopes[slope]!);
      for (let a = 0; a < n; a++) {
        const own = E.subarray(a * n, (a + 1) * n);
        moved.set(own, start);
        factors[b]!.solve(moved, solved);
        own.set(solved.subarray(start, end));
      }
      return E;
    });
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        for (let a = 0; a < n; a++)
          for (let c = 0; c < n; c++) out[i * size + j]! += products[i]![a * n + c]! * products[j]![c * n + a]!;
  }
  return out;
}
