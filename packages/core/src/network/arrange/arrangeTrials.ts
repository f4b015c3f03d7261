import type { NetworkEffect } from "../networkEffect.js";
import { groupByTrial } from "./groupByTrial.js";
import { consistentEffects, impliedCovariance } from "./multiArm.js";
import type { NetworkTrial } from "./trial.js";

export interface ArrangedTrials {
  readonly trials: readonly NetworkTrial[];
  /** Trials whose comparisons disagree by what may be rounding. */
  readonly rounded: readonly string[];
}

/** From this many standard errors on, what remains of rounding is told of. */
const WORTH_TELLING = 1e-4;

/** Trials of checked effects, their arms as places in `treatments`. */
export function arrangeTrials(effects: readonly NetworkEffect[], treatments: readonly string[]): ArrangedTrials {
  const placeOf = new Map(treatments.map((name, place) => [name, place]));
  const rounded: string[] = [];
  const trials = groupByTrial(effects).map(({ study, arms, rows, signs }): NetworkTrial => {
    const places = Int32Array.from(arms, (arm) => placeOf.get(arm)!);
    if (rows.length === 1) {
      const { yi, vi } = effects[rows[0]!]!;
      return { study, arms: places, rows, signs, S: Float64Array.of(vi), d: Float64Array.of(-yi) };
    }
    const y = Float64Array.from(rows, (row, pair) => signs[pair]! * effects[row]!.yi);
    const v = Float64Array.from(rows, (row) => effects[row]!.vi);
    const pairs = { study, arms, y, v };
    const S = impliedCovariance(pairs);
    const { d, disagreement } = consistentEffects(pairs);
    if (disagreement > WORTH_TELLING) rounded.push(study);
    return { study, arms: places, rows, signs, S, d };
  });
  return { trials, rounded };
}
