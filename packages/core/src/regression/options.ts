import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { DesignOptions } from "../formula/buildDesign.js";
import type { ModelMatrix } from "../formula/modelMatrix.js";
import { type PredictionMethod, predictions } from "../pool/prediction/index.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import type { Tau2Method } from "../pool/tau2/index.js";
import { choose } from "../registry/choose.js";
import { type RegressionInterval, type RegressionIntervalMethod, regressionIntervals } from "./intervals.js";
import type { ResidualTau2Estimator } from "./residualTau2/estimator.js";
import { residualTau2Estimators } from "./residualTau2/index.js";

/** How to fit a meta-regression. */
export interface MetaRegressionOptions extends DesignOptions {
  /** A formula over the effects' own values, "~ sham * weeks", or a model matrix. */
  readonly moderators: string | ModelMatrix;
  /** Estimator of the residual τ²: an id of `tau2Estimators`; "REML" unless given. */
  readonly tau2?: Tau2Method;
  /** Tests and intervals of coefficients: an id of `regressionIntervals`; "HKSJ" unless given. */
  readonly interval?: RegressionIntervalMethod;
  /**
   * Prediction interval: an id of `predictions`; "t(k-1)" unless given. With p coefficients "t(k-1)" has k − p degrees of
   * freedom, "t(k-2)" k − p − 1.
   */
  readonly prediction?: PredictionMethod;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedRegression {
  readonly tau2: ResidualTau2Estimator;
  readonly interval: RegressionInterval;
  readonly prediction: PredictionRule;
  readonly level: number;
}

const known = ["moderators", "tau2", "interval", "prediction", "level", "missing", "reference", "coding"];

/** What a person who knows R may have meant. */
const meant: Readonly<Record<string, string>> = {
  mods: "moderators",
  formula: "moderators",
  method: "tau2",
  test: "interval",
  contrasts: "coding",
  ref: "reference",
};

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveRegression(options: MetaRegressionOptions): ResolvedRegression {
  if (typeof options !== "object" || options === null)
    throw metaError(messages.unknownOption({ found: options, known }));
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw metaError(messages.unknownOption({ found: unknown, known, meant: meant[unknown] ?? null }));
  const { moderators, tau2 = "REML", interval = "HKSJ", prediction = "t(k-1)", level = 0.95 } = options;
  if (typeof moderators !== "string" && (typeof moderators !== "object" || moderators === null))
    throw metaError(messages.notModerators({ found: moderators }));
  checkLevel(level);
  return {
    tau2: choose<ResidualTau2Estimator>("tau2", residualTau2Estimators, tau2),
    interval: choose<RegressionInterval>("interval", regressionIntervals, interval),
    prediction: choose<PredictionRule>("prediction", predictions, prediction),
    level,
  };
}
