import { registry } from "../../../registry/registry.js";
import { beta } from "./beta.js";
import { halfNormal } from "./halfNormal.js";
import { logistic } from "./logistic.js";
import { negativeExponential } from "./negativeExponential.js";
import { power } from "./power.js";
import { step } from "./step.js";

/** How publication may depend on the p-value, by id. */
export const weightFunctions = registry([step, beta, halfNormal, negativeExponential, logistic, power]);

export type SelectionType = keyof typeof weightFunctions;
