import { registry } from "../../registry/registry.js";
import { normal } from "./normal.js";
import { tKMinus1 } from "./tKMinus1.js";
import { tKMinus2 } from "./tKMinus2.js";
import { tOfInterval } from "./tOfInterval.js";

/**
 * Prediction intervals, by id. Each takes the standard error of the chosen confidence interval: "HKSJ" with "t(k-1)"
 * is the interval with the Hartung-Knapp standard error, "z" with "t(k-1)" that with Wald's.
 */
export const predictions = registry([normal, tKMinus1, tKMinus2, tOfInterval]);

export type PredictionMethod = keyof typeof predictions;
