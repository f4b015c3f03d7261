import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { Scaled } from "./intervals.js";
import type { AliasedColumn } from "./result.js";
import { invertTriangle, type LeastSquares } from "./weightedLeastSquares.js";

/** Coefficients, with what combinations of them are tested by. */
export interface CoefficientSpace {
  /** Of all columns, aliased ones too. */
  readonly names: readonly string[];
  readonly aliased: readonly AliasedColumn[];
  readonly fit: LeastSquares;
  /** R⁻¹, column by column. */
  readonly inverse: readonly Float64Array[];
  readonly scaled: Scaled;
  readonly level: number;
  /** Registered id of the interval. */
  readonly method: string;
}

export function coefficientSpace(fit: LeastSquares, rest: Omit<CoefficientSpace, "fit" | "inverse">): CoefficientSpace {
  return { fit, inverse: invertTriangle(fit.basis.R), ...rest };
}

/** What remains of a combination of all columns once aliased ones are counted to what they follow from. */
const NEGLIGIBLE = 1e-7;

/**
 * A combination of all columns as one of those with a coefficient. Refuses (`NOT_ESTIMABLE`) what the studies don't tell: a
 * combination in which an aliased column has not the weight that the columns it follows from give it.
 */
export function ofKept({ names, aliased, fit }: CoefficientSpace, weights: readonly number[]): Float64Array {
  for (const { name, follows } of aliased) {
    const own = weights[names.indexOf(name)]!;
    let rest = own;
    let size = Math.abs(own);
    for (const { name: from, weight } of follows) {
      const part = weight * weights[names.indexOf(from)]!;
      rest -= part;
      size += Math.abs(part);
    }
    if (Math.abs(rest) > NEGLIGIBLE * size)
      throw metaError(
        messages.notEstimable({
          found: `a combination with ${own} times ${name}`,
          aliased: aliased.map((column) => column.name),
        }),
      );
  }
  return Float64Array.from(fit.kept, (place) => weights[place]!);
}

/** The combination in terms of the orthonormal basis, R⁻ᵀl: its squared length is the variance of l′β. */
export function alongBasis({ inverse }: CoefficientSpace, kept: Float64Array): Float64Array {
  return Float64Array.from(inverse, (column) => {
    let sum = 0;
    for (let j = 0; j < column.length; j++) sum += column[j]! * kept[j]!;
    return sum;
  });
}
