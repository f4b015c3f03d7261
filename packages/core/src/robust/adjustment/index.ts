import { registry } from "../../registry/registry.js";
import { biasReduced } from "./biasReduced.js";
import { byClusters, byClustersAndCoefficients, byRows, unadjusted } from "./scaled.js";

/** Adjustments of cluster-robust variances for few clusters, by id. */
export const robustAdjustments = registry([unadjusted, byClusters, byClustersAndCoefficients, byRows, biasReduced]);

export type RobustAdjustmentId = keyof typeof robustAdjustments;
