import type { Effect, Measure } from "../../effects/effect.js";
import { check, representable } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Tau2Estimator } from "../../pool/tau2/estimator.js";
import { type Tau2Method, tau2Estimators } from "../../pool/tau2/index.js";
import { choose } from "../../registry/choose.js";
import { type FailSafeMethodId, failSafeMethods } from "./index.js";
import type { FailSafe, FailSafeMethod } from "./method.js";

/** How to reckon. */
export interface FailSafeOptions {
  /** An id of `failSafeMethods`; "Rosenberg" unless given. */
  readonly method?: FailSafeMethodId;
  /** Significance level that is to be lost; 0.05 unless given. */
  readonly alpha?: number;
  /** For "Orwin" and "general": the size of effect down to which the mean is to fall. */
  readonly target?: number;
  /** For "general": an id of `tau2Estimators`; "REML" unless given. */
  readonly tau2?: Tau2Method;
}

/** The frozen, JSON-serialisable result of {@link failSafeN}. */
export interface FailSafeN extends FailSafe {
  readonly method: string;
  readonly label: string;
  readonly citation: string;
  /** Studies observed. */
  readonly k: number;
  /**
   * The least number of unseen studies without effect that overturns the result; 0 where there is nothing to overturn.
   */
  readonly n: number;
  readonly alpha: number;
}

/**
 * Fail-safe N: how many unseen studies without effect would make the result lose its significance, or shrink it to a
 * target. It does not say how many studies are missing, and takes them to average 0: the Cochrane Handbook (6.5, ch.
 * 13) advises against relying on it.
 *
 * Throws `TOO_FEW_EFFECTS` for one study by "general", `NOT_A_VALID_NUMBER` for an `alpha` outside (0, 1) or a `target`
 * that is not above 0, `OUT_OF_RANGE` for a target so small that N is no number, `UNKNOWN_CHOICE`, and what `pool` throws. Sources: `failSafeMethods`.
 *
 * @example
 * import { failSafeN } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.4, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.6, vi: 0.05 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * failSafeN(effects, { method: "Rosenberg" }).n; // => 15
 * failSafeN(effects, { method: "Orwin", target: 0.1 }).n; // => 8
 */
export function failSafeN<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: FailSafeOptions = {},
): FailSafeN {
  checkOptionNames(options, ["method", "alpha", "target", "tau2"]);
  const { method = "Rosenberg", alpha = 0.05, target, tau2 = "REML" } = options;
  const chosen = choose<FailSafeMethod>("method", failSafeMethods, method);
  const estimator = choose<Tau2Estimator>("tau2", tau2Estimators, tau2);
  check({ alpha }, (value) => value > 0 && value < 1, "a significance level between 0 and 1");
  if (target !== undefined) check({ target }, (value) => value > 0 && Number.isFinite(value), "an effect above 0");
  const { y, v } = checkEffects<Measure>(effects);
  const k = y.length;
  if (k < 2 && chosen.id === "general") throw metaError(messages.tooFewEffects({ k, needed: 2, what: chosen.label }));
  const found = chosen.compute({ y, v, alpha, target: target ?? null, tau2: estimator });
  representable({ "fail-safe N": found.root });
  const { id, label, citation } = chosen;
  return freeze({ method: id, label, citation, k, n: atLeast(found.root), alpha, ...found });
}

/** The least whole number not below a root, to rounding; 0 where the root is below it. */
function atLeast(root: number): number {
  return Math.max(0, Math.ceil(root * (1 - 4 * Number.EPSILON)));
}
