import { registry } from "../../registry/registry.js";
import { pairwise } from "./pairwise.js";
import { scores } from "./scores.js";
import { simultaneous } from "./simultaneous.js";

/** When a treatment counts as better than another one, by id. */
export const orderRules = registry([pairwise, simultaneous, scores]);

export type OrderRuleId = keyof typeof orderRules;
