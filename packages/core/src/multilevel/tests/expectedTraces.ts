import { addSpread, mostLevels, sumByLevel } from "../model/blockVectors.js";
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
  const unit = new Float64Array(y.length);
  const moved = new Float64Array(y.length);
  const solved = new Float64Array(y.length);
  const sums = new Float64Array(mostLevels(blocks));
  for (const [b, { start, end, groups }] of blocks.entries()) {
    const n = end - start;
    const products = free.map((j) => {
      const { term, slope } = owners[j]!;
      const E = covariances[term]!.slopes[slope]!;
      const columns = new Float64Array(n * n);
      for (let a = 0; a < n; a++) {
        unit[start + a] = 1;
        moved.fill(0, start, end);
        for (const group of groups)
          if (group.term === term) {
            sumByLevel(group, unit, sums);
            addSpread(group, E, sums, moved);
          }
        unit[start + a] = 0;
        factors[b]!.solve(moved, solved);
        columns.set(solved.subarray(start, end), a * n);
      }
      return columns;
    });
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        for (let a = 0; a < n; a++)
          for (let c = 0; c < n; c++) out[i * size + j]! += products[i]![a * n + c]! * products[j]![c * n + a]!;
  }
  return out;
}
