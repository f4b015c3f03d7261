import { difference } from "../measure.js";
import { type BinaryMeasure, binaryMeasure } from "./binary.js";
import { logOdds, reciprocals } from "./logOddsRatio.js";

/** SMD per log odds ratio where the outcome behind the events is normal, or logistic. */
const PER_LOG_ODDS = { normal: 1 / 1.65, logistic: Math.sqrt(3) / Math.PI };

const shared = { ...difference, standsFor: "SMD" } as const;

/**
 * Standardised mean difference of the outcome behind "events", were it normal: ln OR/1.65, with variance
 * (1/a + 1/b + 1/c + 1/d)/1.65². Cox & Snell 1989, Analysis of Binary Data, 2nd ed.; Sánchez-Meca et al. 2003,
 * Psychological Methods 8:448-467.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("OR2DN", { a: 4, n1: 123, c: 11, n2: 139 }).yi; // => -0.56890554
 */
export const smdFromOddsRatioNormal: BinaryMeasure<"OR2DN"> = binaryMeasure({
  ...shared,
  id: "OR2DN",
  label: "standardised mean difference from an odds ratio, normal outcome",
  citation: "Cox & Snell 1989, Analysis of Binary Data, 2nd ed.",
  axisLabel: "Standardised mean difference",
  estimate: (cells) => PER_LOG_ODDS.normal * logOdds(cells),
  variance: (cells) => PER_LOG_ODDS.normal ** 2 * reciprocals(cells),
});

/**
 * Standardised mean difference of the outcome behind "events", were it logistic: ln OR √3/π, with variance
 * (1/a + 1/b + 1/c + 1/d) 3/π². Chinn 2000, Statistics in Medicine 19:3127-3131.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("OR2DL", { a: 4, n1: 123, c: 11, n2: 139 }).yi; // => -0.5175292
 */
export const smdFromOddsRatioLogistic: BinaryMeasure<"OR2DL"> = binaryMeasure({
  ...shared,
  id: "OR2DL",
  label: "standardised mean difference from an odds ratio, logistic outcome",
  citation: "Chinn 2000, Statistics in Medicine 19:3127-3131",
  axisLabel: "Standardised mean difference",
  estimate: (cells) => PER_LOG_ODDS.logistic * logOdds(cells),
  variance: (cells) => PER_LOG_ODDS.logistic ** 2 * reciprocals(cells),
});
