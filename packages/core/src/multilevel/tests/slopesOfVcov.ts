import { bilinear } from "../../linear/products.js";
import { addSpread, mostLevels, sumByLevel } from "../model/blockVectors.js";
import type { Likelihood } from "../model/likelihood.js";
import type { MarginalModel } from "../model/marginalModel.js";

/** EM⁻¹X for each slope E of M: for each parameter a column for each of X. */
export function movedColumns({ blocks, y }: MarginalModel, { WX, covariances }: Likelihood): readonly Float64Array[][] {
  const moved = covariances.map(({ slopes }) => slopes.map(() => WX.map(() => new Float64Array(y.length))));
  const sums = new Float64Array(mostLevels(blocks));
  for (const { groups } of blocks)
    for (const group of groups)
      for (const [c, column] of WX.entries()) {
        sumByLevel(group, column, sums);
        for (const [j, slope] of covariances[group.term]!.slopes.entries())
          addSpread(group, slope, sums, moved[group.term]![j]![c]!);
      }
  return moved.flat();
}

/** The slope of c′Cc along each parameter, c′CX′M⁻¹EM⁻¹XCc, from X′M⁻¹EM⁻¹X of each. */
export function slopesOfVariance(informations: readonly Float64Array[], Cc: Float64Array): Float64Array {
  return Float64Array.from(informations, (information) => bilinear(Cc, information, Cc));
}
