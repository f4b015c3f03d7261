import { checkLevel } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { MissingPolicy } from "../../formula/missing.js";
import type { ModelMatrix } from "../../formula/modelMatrix.js";
import { maximumLikelihood } from "../../pool/tau2/maximumLikelihood.js";
import { restrictedMaximumLikelihood } from "../../pool/tau2/restrictedMaximumLikelihood.js";
import { choose } from "../../registry/choose.js";
import { type RegressionInterval, type RegressionIntervalMethod, regressionIntervals } from "../intervals.js";

/** How to fit a location-scale model. */
export interface LocationScaleOptions {
  /** What the mean depends on: a formula over the effects' own values, "~ sham", or a model matrix; "~ 1" unless given. */
  readonly moderators?: string | ModelMatrix;
  /** What log τ² depends on: a formula or a model matrix. */
  readonly scale: string | ModelMatrix;
  /** "REML" unless given. */
  readonly method?: "REML" | "ML";
  /**
   * Tests and intervals of coefficients: an id of `regressionIntervals`; "HKSJ" unless given. Those of the scale are by the
   * normal distribution with "z", else by t with as many degrees of freedom as studies less coefficients of the scale.
   */
  readonly test?: RegressionIntervalMethod;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
  /** Studies of which a moderator is not known: "refuse" unless given. */
  readonly missing?: MissingPolicy;
}

export interface ResolvedLocationScale {
  readonly moderators: string | ModelMatrix;
  readonly scale: string | ModelMatrix;
  readonly method: "REML" | "ML";
  readonly test: RegressionInterval;
  readonly level: number;
  readonly missing: MissingPolicy;
}

const likelihoods = { REML: restrictedMaximumLikelihood, ML: maximumLikelihood } as const;

const known = ["moderators", "scale", "method", "test", "level", "missing"];
const meant = { mods: "moderators", tau2: "method", interval: "test", variance: "scale" };

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveLocationScale(options: LocationScaleOptions): ResolvedLocationScale {
  checkOptionNames(options, known, meant);
  const { moderators = "~ 1", scale, method = "REML", test = "HKSJ", level = 0.95, missing = "refuse" } = options;
  if (!isPart(moderators)) throw metaError(messages.notModerators({ found: moderators }));
  if (!isPart(scale)) throw metaError(messages.notScale({ found: scale }));
  checkLevel(level);
  return {
    moderators,
    scale,
    method: choose("method", likelihoods, method).id,
    test: choose<RegressionInterval>("test", regressionIntervals, test),
    level,
    missing,
  };
}

function isPart(part: unknown): boolean {
  return typeof part === "string" || (typeof part === "object" && part !== null);
}
