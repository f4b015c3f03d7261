import type { Effect, Measure } from "../../effects/effect.js";
import { checkLevel } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { criticalValue } from "../../numerics/quantileCache.js";
import { tTwoSided } from "../../numerics/studentT.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Interval } from "../../pool/result.js";
import { choose } from "../../registry/choose.js";
import { type BiasCorrectionId, biasCorrections } from "./index.js";
import type { BiasCorrection, CorrectedMean } from "./method.js";

export interface CorrectionOptions {
  /** An id of `biasCorrections`; "PET-PEESE" unless given. */
  readonly method?: BiasCorrectionId;
  /** Confidence level; 0.95 unless given. */
  readonly level?: number;
}

/** The frozen, JSON-serialisable result of {@link correctForBias}. */
export interface CorrectedEffect<M extends Measure = Measure> extends CorrectedMean {
  readonly measure: M;
  readonly method: string;
  readonly label: string;
  readonly citation: string;
  readonly ci: Interval;
}

/**
 * The effect that is left when small studies are given no say of their own: extrapolated to a study of unlimited size
 * ("PET", "PEESE", "PET-PEESE"), or averaged where they weigh little ("UWLS") or nothing ("WAAP-WLS"). A sensitivity
 * analysis: no such method is best in all conditions (Carter et al. 2019, AMPPS 2:115-144).
 *
 * @returns Estimate with t interval; `used` says what a conditional method came down to, `k` how many studies it rests
 * on.
 *
 * Throws `TOO_FEW_EFFECTS` below 3 studies (2 for means), `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`, and what `pool`
 * throws. Sources: `biasCorrections`.
 *
 * @example
 * import { correctForBias } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "MD", yi: 0.1, vi: 0.01 },
 *   { study: "B", measure: "MD", yi: 0.4, vi: 0.04 },
 *   { study: "C", measure: "MD", yi: 0.5, vi: 0.09 },
 *   { study: "D", measure: "MD", yi: 0.9, vi: 0.16 },
 * ] as const;
 * const corrected = correctForBias(effects, { method: "PET-PEESE" });
 * corrected.estimate; // => -0.143
 * corrected.used; // => "PET"
 */
export function correctForBias<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { method = "PET-PEESE", level = 0.95 }: CorrectionOptions = {},
): CorrectedEffect<M> {
  checkLevel(level);
  const chosen = choose<BiasCorrection>("method", biasCorrections, method);
  const list: readonly Effect<M>[] = effects;
  const { measure, y, v } = checkEffects(list);
  const { id, label, citation, minimumK } = chosen;
  if (y.length < minimumK) throw metaError(messages.tooFewEffects({ k: y.length, needed: minimumK, what: label }));
  const found = chosen.compute(y, v);
  return freeze<CorrectedEffect<M>>({ measure, method: id, label, citation, ...found, ci: intervalOf(found, level) });
}

function intervalOf({ estimate, se, df }: CorrectedMean, level: number): Interval {
  const half = criticalValue(level, df) * se;
  const statistic = se === 0 ? null : estimate / se;
  const p = statistic === null ? Number(estimate === 0) : tTwoSided(statistic, df);
  return { lower: estimate - half, upper: estimate + half, level, method: "t", se, df, statistic, p };
}
