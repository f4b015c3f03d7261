import {
  compareWithPublished,
  cooccurrence,
  naivePointEffects,
  type PointComparison,
  type PointEffects,
  type PointPair,
  type PointTrialEffect,
  type PointUse,
  type Prescription,
  pointTrialEffects,
  popularity,
  prescriptionsOf,
} from "@acumeta/acupoints";
import type { PublishedPoint, Trials } from "@acumeta/trials";
import type { PointResults } from "./results.js";

/** Points in fewer trials than this have a row, but no place in the figures: their "average" is one trial. */
export const SHOWN_FROM = 2;

/**
 * Use, pairs and naive effects of the points of trials; agreement with published lists where there are any. null where
 * no trial has both a list of points and an effect.
 */
export function pointResults(trials: Trials, published: readonly PublishedPoint[]): PointResults | null {
  const { prescriptions, withoutPoints, untrusted } = prescriptionsOf(trials);
  const { effects, withoutEffect } = pointTrialEffects(trials);
  const ranked = rankings(prescriptions, effects);
  if (ranked === null) return null;
  const ofBack = rankings(
    prescriptions.filter(({ conditionGroup }) => conditionGroup === "low-back-pain"),
    effects,
  );
  return {
    prescriptions: prescriptions.length,
    withoutPoints,
    untrusted,
    withoutEffect,
    trialEffects: effects,
    ...ranked,
    shownEffects: naivePointEffects(prescriptions, effects, { minimumTrials: SHOWN_FROM }),
    published: [...compare(ofBack, "low back pain", published), ...compare(ranked, "pain", published)],
  };
}

interface Rankings {
  readonly use: readonly PointUse[];
  readonly pairs: readonly PointPair[];
  readonly effects: PointEffects;
}

function rankings(prescriptions: readonly Prescription[], effects: readonly PointTrialEffect[]): Rankings | null {
  const withEffect = new Set(effects.map(({ trialId }) => trialId));
  if (!prescriptions.some(({ trialId }) => withEffect.has(trialId))) return null;
  return {
    use: popularity(prescriptions),
    pairs: cooccurrence(prescriptions),
    effects: naivePointEffects(prescriptions, effects),
  };
}

/** Published lists of a condition beside our own; none where we have nothing to set beside them. */
function compare(
  own: Rankings | null,
  condition: PublishedPoint["condition"],
  published: readonly PublishedPoint[],
): readonly PointComparison[] {
  const rows = published.filter((row) => row.condition === condition);
  return own === null || rows.length === 0 ? [] : compareWithPublished({ ...own, effects: own.effects.points }, rows);
}
