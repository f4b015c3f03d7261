import { checkLevel } from "../errors/check.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { choose } from "../registry/choose.js";
import { type IntervalMethod, intervals } from "./interval/index.js";
import type { IntervalRule } from "./interval/rule.js";
import { type PredictionMethod, predictions } from "./prediction/index.js";
import type { PredictionRule } from "./prediction/rule.js";
import type { Tau2Estimator } from "./tau2/estimator.js";
import { type Tau2Method, tau2Estimators } from "./tau2/index.js";
import { type Tau2IntervalMethod, tau2Intervals } from "./tau2Interval/index.js";
import type { Tau2IntervalRule } from "./tau2Interval/rule.js";

/** How to pool; every choice is the id of a registered method. */
export interface PoolOptions {
  /** Estimator of the between-study variance: an id of `tau2Estimators`; "REML" unless given. */
  readonly tau2?: Tau2Method;
  /** Confidence interval of τ²: an id of `tau2Intervals`; "Q-profile" unless given. */
  readonly tau2Interval?: Tau2IntervalMethod;
  /** Confidence interval of the mean: an id of `intervals`; "HKSJ" unless given. */
  readonly interval?: IntervalMethod;
  /** Prediction interval: an id of `predictions`; "t(k-1)" unless given. */
  readonly prediction?: PredictionMethod;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

/** What a person who knows R may have meant. */
const meant: Readonly<Record<string, string>> = {
  method: "tau2",
  test: "interval",
  tau: "tau2",
  predict: "prediction",
};

const poolOptionNames: readonly string[] = ["tau2", "tau2Interval", "interval", "prediction", "level"];

/** Refuses (`UNKNOWN_OPTION`) an option that does not exist, which would else be passed over without a word. */
export function checkPoolOptions(options: object, more: readonly string[] = []): void {
  checkOptionNames(options, [...poolOptionNames, ...more], meant);
}

/** The registered methods an options object chooses. */
export interface ResolvedOptions {
  readonly tau2: Tau2Estimator;
  readonly tau2Interval: Tau2IntervalRule;
  readonly interval: IntervalRule;
  readonly prediction: PredictionRule;
  readonly level: number;
}

/** Ids to methods; an unknown id or a level outside (0, 1) is a MetaError. */
export function resolveOptions(options: PoolOptions = {}): ResolvedOptions {
  const { tau2 = "REML", tau2Interval = "Q-profile", interval = "HKSJ", prediction = "t(k-1)", level = 0.95 } = options;
  checkLevel(level);
  return {
    tau2: choose<Tau2Estimator>("tau2", tau2Estimators, tau2),
    tau2Interval: choose<Tau2IntervalRule>("tau2Interval", tau2Intervals, tau2Interval),
    interval: choose<IntervalRule>("interval", intervals, interval),
    prediction: choose<PredictionRule>("prediction", predictions, prediction),
    level,
  };
}
