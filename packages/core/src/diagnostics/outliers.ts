import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, resolveOptions } from "../pool/options.js";
import { pool } from "../pool/pool.js";
import type { PooledEffect } from "../pool/result.js";
import { choose } from "../registry/choose.js";
import { type OutlierRule, type OutlierRuleId, outlierRules } from "./outlierRules.js";

export interface OutlierOptions extends PoolOptions {
  /** An id of `outlierRules`; "rstudent" unless given. */
  readonly rule?: OutlierRuleId;
}

/** What {@link outliers} finds. */
export interface Outliers<M extends Measure = Measure> {
  readonly rule: string;
  readonly label: string;
  readonly studies: readonly { readonly study: string; readonly outlier: boolean }[];
  /** The fit of all. */
  readonly fit: PooledEffect<M>;
  /** The fit without the outliers; null where there are none, or nothing but outliers. */
  readonly without: PooledEffect<M> | null;
}

/**
 * Marks outliers by a rule and pools once more without them, to see what hangs on them. A sensitivity analysis: an
 * outlier is to be understood, not to be deleted, and its place beyond the limit may be chance.
 *
 * @param options As of `pool`, and `rule`.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than two effects, and what `pool` throws. Sources: `outlierRules`.
 *
 * @example
 * import { outliers } from "@acumeta/core";
 * const yi = [0.1, 0.2, 0.15, 0.12, 0.18, 1.5];
 * const effects = yi.map((y, i) => ({ study: `${i + 1}`, measure: "SMD" as const, yi: y, vi: 0.02 }));
 * const { fit, without } = outliers(effects);
 * [fit.estimate, without.estimate]; // => [0.375, 0.15]
 */
export function outliers<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { rule: id = "rstudent", ...options }: OutlierOptions = {},
): Outliers<M> {
  checkPoolOptions(options, ["rule"]);
  const choices = resolveOptions(options);
  const rule = choose<OutlierRule>("rule", outlierRules, id);
  const list: readonly Effect<M>[] = effects;
  const { y, v } = checkEffects(list);
  if (y.length < 2) throw metaError(messages.tooFewEffects({ k: y.length, needed: 2, what: "outliers" }));
  const fitOf = (some: readonly Effect<M>[]) => pool<M>(some as typeof effects, options);
  const fit = fitOf(list);
  const marked = rule.compute({ y, v, fit, choices });
  const rest = list.filter((_, i) => !marked[i]);
  return freeze({
    rule: rule.id,
    label: rule.label,
    studies: list.map(({ study }, i) => ({ study, outlier: marked[i]! })),
    fit,
    without: rest.length === 0 || rest.length === list.length ? null : fitOf(rest),
  });
}
