import {
  compareWithPublished,
  cooccurrence,
  naivePointEffects,
  type PointComparison,
  type PointTrialEffect,
  type Prescription,
  pointTrialEffects,
  popularity,
  prescriptionsOf,
} from "@acumeta/acupoints";
import type { PublishedPoint, Trials } from "@acumeta/trials";
import type { PointResults } from "./results.js";

/** Points in fewer trials than this have a row, but no place in the figures: their "average" is one trial. */
export const SHOWN_FROM = 2;

/** Use, pairs and naive effects of the points of trials; agreement with published lists where there are any. */
export function pointResults(trials: Trials, published: readonly PublishedPoint[]): PointResults {
  const { prescriptions, withoutPoints } = prescriptionsOf(trials);
  const { effects, withoutEffect } = pointTrialEffects(trials);
  return {
    withoutPoints,
    withoutEffect,
    trialEffects: effects,
    ...rankings(prescriptions, effects),
    shownEffects: naivePointEffects(prescriptions, effects, { minimumTrials: SHOWN_FROM }),
    published: published.length === 0 ? [] : comparisons({ prescriptions, effects }, published),
  };
}

function rankings(prescriptions: readonly Prescription[], effects: readonly PointTrialEffect[]) {
  const use = popularity(prescriptions);
  const pairs = cooccurrence(prescriptions);
  return { use, pairs, effects: naivePointEffects(prescriptions, effects) };
}

/** Published rankings for low back pain beside those of our trials of low back pain, the others beside all. */
function comparisons(
  { prescriptions, effects }: { prescriptions: readonly Prescription[]; effects: readonly PointTrialEffect[] },
  published: readonly PublishedPoint[],
): readonly PointComparison[] {
  const compare = (own: readonly Prescription[], condition: PublishedPoint["condition"]) => {
    const { effects: ranked, ...ranks } = rankings(own, effects);
    const rows = published.filter((row) => row.condition === condition);
    return compareWithPublished({ ...ranks, effects: ranked.points }, rows);
  };
  const ofBack = prescriptions.filter(({ conditionGroup }) => conditionGroup === "low-back-pain");
  return [...compare(ofBack, "low back pain"), ...compare(prescriptions, "pain")];
}
