import { registry } from "../../../registry/registry.js";
import { backCalculation } from "./backCalculation.js";
import { separateDesigns } from "./separateDesigns.js";
import { sideSplitting } from "./sideSplitting.js";

/**
 * Ways of telling direct from indirect evidence, with label and source; the ids are the values of the option `method` of
 * `splitNodes`.
 *
 * @example
 * import { splitMethods } from "@acumeta/core";
 * splitMethods.SIDDE.label; // => "indirect evidence from trials without direct evidence"
 */
export const splitMethods = registry([backCalculation, separateDesigns, sideSplitting]);

/** Id of a registered way of splitting. */
export type SplitMethodId = keyof typeof splitMethods;
