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

/** Refuses an empty list, mixed measures, and estimates or variances that can't be pooled. */
export function checkEffects<M extends Measure>(effects: readonly Effect<M>[]): Columns<M> {
  const first = effects[0];
  if (first === undefined) throw metaError(messages.noEffects());
  const { measure } = first;
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

function checkEffect({ study, yi, vi, n }: Effect): void {
  if (!Number.isFinite(yi)) throw metaError(messages.effectNotFinite({ study, column: "yi", value: yi }));
  if (!Number.isFinite(vi)) throw metaError(messages.effectNotFinite({ study, column: "vi", value: vi }));
  if (n !== undefined && !Number.isFinite(n))
    throw metaError(messages.effectNotFinite({ study, column: "n", value: n }));
  if (vi <= 0) throw metaError(messages.varianceNotPositive({ study, value: vi }));
  if (!inRange(yi, 1)) throw metaError(messages.effectOutOfRange({ study, column: "yi", value: yi }));
  if (!inRange(0, vi)) throw metaError(messages.effectOutOfRange({ study, column: "vi", value: vi }));
}
