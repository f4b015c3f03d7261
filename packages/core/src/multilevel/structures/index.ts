import { registry } from "../../registry/registry.js";
import { autoregressive, continuousAutoregressive, heterogeneousAutoregressive } from "./autoregressive.js";
import { compoundSymmetry, heterogeneousCompoundSymmetry } from "./compoundSymmetry.js";
import { diagonalStructure, identityStructure } from "./independent.js";
import { unstructured } from "./unstructured.js";

/**
 * How the random effects of the levels within a group vary and go together, with label and source; the ids are the
 * values of `structure` in a random effect `{ inner, outer, structure }`.
 *
 * @example
 * import { structures } from "@acumeta/core";
 * structures.CS.label; // => "compound symmetry: one variance, one correlation"
 */
export const structures = registry([
  identityStructure,
  diagonalStructure,
  compoundSymmetry,
  heterogeneousCompoundSymmetry,
  unstructured,
  autoregressive,
  heterogeneousAutoregressive,
  continuousAutoregressive,
]);

/** Id of a registered structure. */
export type StructureId = keyof typeof structures;
