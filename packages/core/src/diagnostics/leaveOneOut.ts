import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, resolveOptions } from "../pool/options.js";
import { type Refit, refit } from "./refit.js";
import { without } from "./without.js";

/** The pooled effect without one study. */
export interface LeftOut extends Refit {
  /** The study left out. */
  readonly omitted: string;
}

/**
 * Pools the effects once without each study, in their order: how much the result hangs on any one.
 *
 * @param options As of `pool`; `prediction` has no part.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than two effects, and what `pool` throws.
 * Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125.
 *
 * @example
 * import { leaveOneOut } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.02 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.02 },
 * ] as const;
 * leaveOneOut(effects).map((row) => Math.round(100 * row.estimate) / 100); // => [0.4, 0.2, 0.3]
 */
export function leaveOneOut<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: PoolOptions = {},
): readonly LeftOut[] {
  checkPoolOptions(options);
  const choices = resolveOptions(options);
  const list: readonly Effect<M>[] = effects;
  const { y, v } = checkEffects(list);
  if (y.length < 2) throw metaError(messages.tooFewEffects({ k: y.length, needed: 2, what: "leaving one out" }));
  return freeze(list.map(({ study }, i) => ({ omitted: study, ...refit(without(y, i), without(v, i), choices) })));
}
