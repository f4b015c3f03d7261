import { registry } from "../../registry/registry.js";
import { equal } from "./equal.js";
import { inverseVariance } from "./inverseVariance.js";

/**
 * How effects of a cluster are weighed within it, with label and source; the ids are the values of `weights` in
 * `aggregate`.
 *
 * @example
 * import { withinWeights } from "@acumeta/core";
 * withinWeights.equal.label; // => "plain mean"
 */
export const withinWeights = registry([inverseVariance, equal]);

/** Id of a registered way to weigh. */
export type WithinWeightsId = keyof typeof withinWeights;
