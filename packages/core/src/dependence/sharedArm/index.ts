import { registry } from "../../registry/registry.js";
import { bySizes } from "./bySizes.js";
import { standardized } from "./standardized.js";

/**
 * How effects with a group in common are correlated, with label and source; the ids are the values of `rule` in the
 * `arms` of `assumedCovariance`.
 *
 * @example
 * import { sharedArmRules } from "@acumeta/core";
 * sharedArmRules.sizes.label; // => "share of the variance that the common group brings"
 */
export const sharedArmRules = registry([bySizes, standardized]);

/** Id of a registered rule for shared groups. */
export type SharedArmRuleId = keyof typeof sharedArmRules;
