import type { Effect, Measure } from "../effects/effect.js";
import { measures } from "../effects/measures.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { choose } from "../registry/choose.js";

/** Effects as columns, checked. */
export interface Columns<M extends Measure> {
  readonly measure: M;
  readonly y: Float64Array;
  readonly v: Float64Array;
}

const MAX_Y = 1e30;
const MIN_V = 1e-40;
const MAX_V = 1e60;

/** Whether the sums of weights and squares of such an effect stay within double precision. */
export function inRange(yi: number, vi: number): boolean {
  return Math.abs(yi) <= MAX_Y && vi >= MIN_V && vi <= MAX_V;
}

/** Refuses what is no list of effects, an empty list, mixed measures, and estimates or variances that can't be pooled. */
export function checkEffects<M extends Measure>(effects: readonly Effect<M>[]): Columns<M> {
  checkList(effects);
  const { measure } = effects[0]!;
  choose("measure", measures, measure);
  const y = new Float64Array(effects.length);
  const v = new Float64Array(effects.length);
  for (const [i, effect] of effects.entries()) {
    const { study } = effect;
    if (effect.measure !== measure)
      throw metaError(messages.mixedMeasures({ found: [measure, effect.measure], study }));
    checkEffect(effect);
    y[i] = effect.yi;
    v[i] = effect.vi;
  }
  return { measure, y, v };
}

/** Scripts have no types: whatever they give in place of a list of effects is named. */
function checkList(effects: unknown): void {
  if (!Array.isArray(effects)) throw metaError(messages.notEffects({ found: effects }));
  if (effects.length === 0) throw metaError(messages.noEffects());
  for (const [i, effect] of effects.entries()) {
    if (typeof effect !== "object" || effect === null || Array.isArray(effect))
      throw metaError(messages.notAnEffect({ found: effect, place: i + 1 }));
  }
}

function checkEffect({ study, yi, vi, n, arms }: Effect): void {
  if (!Number.isFinite(yi)) throw metaError(messages.effectNotFinite({ study, column: "yi", value: yi }));
  if (!Number.isFinite(vi)) throw metaError(messages.effectNotFinite({ study, column: "vi", value: vi }));
  if (n !== undefined && !Number.isFinite(n))
    throw metaError(messages.effectNotFinite({ study, column: "n", value: n }));
  if (arms !== undefined && !Array.isArray(arms)) throw metaError(messages.notArms({ study, arms }));
  if (vi <= 0) throw metaError(messages.varianceNotPositive({ study, value: vi }));
  if (!inRange(yi, 1)) throw metaError(messages.effectOutOfRange({ study, column: "yi", value: yi }));
  if (!inRange(0, vi)) throw metaError(messages.effectOutOfRange({ study, column: "vi", value: vi }));
}
