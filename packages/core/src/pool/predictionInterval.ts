import { halfWidth } from "../numerics/quantileCache.js";
import type { PredictionRule } from "./prediction/rule.js";
import type { Interval, PredictionInterval } from "./result.js";

/** A prediction interval, or null with the reason why it is undefined. */
export interface Prediction {
  readonly pi: PredictionInterval | null;
  readonly predictionNote: string | null;
}

interface PredictionFacts {
  readonly k: number;
  readonly mean: number;
  readonly tau2: number;
  readonly ci: Interval;
  readonly commonEffect: boolean;
}

/** The prediction interval by a rule, with the standard error of the confidence interval and at its level. */
export function predictionInterval(rule: PredictionRule, facts: PredictionFacts): Prediction {
  const { k, mean, tau2, ci, commonEffect } = facts;
  if (commonEffect) return undefinedFor("A common-effect model supposes one true effect: there is nothing to predict.");
  if (k < rule.minimumK) return undefinedFor(`A prediction interval by ${rule.id} needs ${rule.minimumK} studies.`);
  const { se, df } = rule.compute({ k, tau2, se: ci.se, df: ci.df });
  const half = halfWidth(ci.level, { se, df });
  const pi = { lower: mean - half, upper: mean + half, level: ci.level, method: rule.id, se, df };
  return { pi, predictionNote: null };
}

const undefinedFor = (predictionNote: string): Prediction => ({ pi: null, predictionNote });
