import { checkLevel } from "../errors/check.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { type PredictionMethod, predictions } from "../pool/prediction/index.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import { choose } from "../registry/choose.js";
import {
  type RegressionInterval,
  type RegressionIntervalMethod,
  regressionIntervals,
} from "../regression/intervals.js";
import type { NetworkTau2Estimator } from "./tau2/estimator.js";
import { type NetworkTau2Method, networkTau2Estimators } from "./tau2/index.js";

/** How to fit a network. */
export interface NetworkOptions {
  /** Estimator of τ²: an id of `networkTau2Estimators`; "REML" unless given, "EE" for a common-effect model. */
  readonly tau2?: NetworkTau2Method;
  /** Tests and intervals: an id of `regressionIntervals`; "HKSJ" unless given. */
  readonly interval?: RegressionIntervalMethod;
  /** Prediction interval: an id of `predictions`; "t(k-1)" unless given, its degrees of freedom being those of Q. */
  readonly prediction?: PredictionMethod;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
  /** The treatment with which the others are compared; unless given, that of most trials. */
  readonly reference?: string;
  /** What to do with a network of unconnected parts: "refuse" unless given; "reference" fits the part of the reference. */
  readonly disconnected?: "refuse" | "reference";
}

export interface ResolvedNetwork {
  readonly tau2: NetworkTau2Estimator;
  readonly interval: RegressionInterval;
  readonly prediction: PredictionRule;
  readonly level: number;
}

export const networkOptionNames: readonly string[] = [
  "tau2",
  "interval",
  "prediction",
  "level",
  "reference",
  "disconnected",
];

/** What a person who knows R may have meant. */
const meant: Readonly<Record<string, string>> = {
  "method.tau": "tau2",
  method: "tau2",
  test: "interval",
  "reference.group": "reference",
  ref: "reference",
};

const dealings = {
  refuse: { id: "refuse", label: "refuse a network of unconnected parts", citation: "" },
  reference: { id: "reference", label: "fit the part of the reference", citation: "" },
};

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveNetwork(options: NetworkOptions): ResolvedNetwork {
  checkOptionNames(options, networkOptionNames, meant);
  const { tau2 = "REML", interval = "HKSJ", prediction = "t(k-1)", level = 0.95, disconnected = "refuse" } = options;
  checkLevel(level);
  choose("disconnected", dealings, disconnected);
  return {
    tau2: choose<NetworkTau2Estimator>("tau2", networkTau2Estimators, tau2),
    interval: choose<RegressionInterval>("interval", regressionIntervals, interval),
    prediction: choose<PredictionRule>("prediction", predictions, prediction),
    level,
  };
}
