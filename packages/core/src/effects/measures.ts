import { choose } from "../registry/choose.js";
import { type Registered, registry } from "../registry/registry.js";
import type { Measure } from "./effect.js";

/** What tables and figures need to know of a scale. */
export interface MeasureInfo<Id extends Measure = Measure> extends Registered<Id> {
  /** Whether effects are logarithms of a ratio, shown after `backTransform` on a log axis. */
  readonly ratio: boolean;
  /** No effect, on the scale of `yi`. */
  readonly nullValue: 0;
  /** From the scale of `yi` to the scale people read. */
  readonly backTransform: (x: number) => number;
  /** Label of an axis of back-transformed values. */
  readonly axisLabel: string;
}

const same = (x: number) => x;

const standardizedMeanDifference: MeasureInfo<"SMD"> = {
  id: "SMD",
  label: "standardised mean difference (Hedges' g)",
  citation: "Hedges 1981, Journal of Educational Statistics 6:107-128",
  ratio: false,
  nullValue: 0,
  backTransform: same,
  axisLabel: "Standardised mean difference",
};

const meanDifference: MeasureInfo<"MD"> = {
  id: "MD",
  label: "mean difference",
  citation: "Cochrane Handbook 6.5.1.1",
  ratio: false,
  nullValue: 0,
  backTransform: same,
  axisLabel: "Mean difference",
};

const logRiskRatio: MeasureInfo<"logRR"> = {
  id: "logRR",
  label: "risk ratio",
  citation: "Cochrane Handbook 6.4.1.1",
  ratio: true,
  nullValue: 0,
  backTransform: Math.exp,
  axisLabel: "Risk ratio",
};

const logOddsRatio: MeasureInfo<"logOR"> = {
  id: "logOR",
  label: "odds ratio",
  citation: "Cochrane Handbook 6.4.1.1",
  ratio: true,
  nullValue: 0,
  backTransform: Math.exp,
  axisLabel: "Odds ratio",
};

const riskDifference: MeasureInfo<"RD"> = {
  id: "RD",
  label: "risk difference",
  citation: "Cochrane Handbook 6.4.1.1",
  ratio: false,
  nullValue: 0,
  backTransform: same,
  axisLabel: "Risk difference",
};

/** The scales of effects, by id. */
export const measures = registry([
  standardizedMeanDifference,
  meanDifference,
  logRiskRatio,
  logOddsRatio,
  riskDifference,
]);

/**
 * A value on the scale of a measure's `yi` on the scale people read: ratios are exponentiated, all else stays.
 * Throws `UNKNOWN_CHOICE` for an unknown measure.
 *
 * @example
 * import { backTransform } from "@acumeta/core";
 * backTransform("logRR", Math.log(0.5)); // => 0.5
 * backTransform("SMD", 0.3); // => 0.3
 */
export function backTransform(measure: Measure, x: number): number {
  return choose<MeasureInfo>("measure", measures, measure).backTransform(x);
}
