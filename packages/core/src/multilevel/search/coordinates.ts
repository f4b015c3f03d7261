import type { MarginalModel } from "../model/marginalModel.js";
import type { RandomTerm } from "../random/term.js";
import { unstructured } from "../structures/unstructured.js";
import { anglesOf, elementsOf, lowerTriangle } from "./lowerTriangle.js";

/** A model with the parameters by which it is searched, and what leads to them from its own and back. */
export interface Coordinates {
  readonly model: MarginalModel;
  readonly from: (own: Float64Array) => Float64Array;
  readonly to: (searched: Float64Array) => Float64Array;
}

/** Unstructured covariance matrices by the elements of their triangles, all else by its own parameters. */
export function coordinatesOf(model: MarginalModel): Coordinates {
  const terms = model.terms.map((term): RandomTerm => {
    if (term.structure !== unstructured) return term;
    return { ...term, structure: lowerTriangle, parameters: lowerTriangle.parameters(term.levels) };
  });
  return {
    model: { ...model, terms },
    from: (own) => translated(model.terms, own, elementsOf),
    to: (searched) => translated(terms, searched, anglesOf),
  };
}

/** Parameters with those of each unstructured matrix in other coordinates. */
function translated(
  terms: readonly RandomTerm[],
  theta: Float64Array,
  ofMatrix: (G: Float64Array, m: number) => readonly number[],
): Float64Array {
  let first = 0;
  return Float64Array.from(
    terms.flatMap(({ structure, levels, parameters }) => {
      const own = theta.subarray(first, first + parameters.length);
      first += parameters.length;
      const isMatrix = structure === unstructured || structure === lowerTriangle;
      return isMatrix ? ofMatrix(structure.covariance(own, levels).G, levels.names.length) : Array.from(own);
    }),
  );
}
