import { isPooledArm } from "../schema/isPooledArm.js";
import type { Arm } from "../schema/rows.js";
import { isComparable } from "./addOn.js";
import type { Comparison, TrialTables } from "./comparison.js";
import type { Sides } from "./eligibleArms.js";
import { assumptions } from "./messages.js";
import type { Question } from "./question.js";

/**
 * What to compare in a trial, as attempts: the second is made only where the first gives no effect.
 *
 * First without arms named "…-pooled", which stand for other arms of the trial (carlsson-2001: manual, electro,
 * acupuncture-pooled), then with them in place of the others of their side: no patient is counted twice. Each
 * attempt is one comparison of all arms of both sides ("combine"), or one for each pair of arms ("separate").
 */
export function comparisons(
  tables: TrialTables,
  question: Question,
  { armsA, armsB, assumptions: notes }: Sides,
): readonly (readonly Comparison[])[] {
  const attempt = (a: readonly Arm[], b: readonly Arm[], more: readonly string[] = []) =>
    (question.arms === "separate" ? pairs(a, b, tables.arms) : [[a, b] as const]).map(([one, other]) => ({
      ...tables,
      question,
      armsA: one,
      armsB: other,
      assumptions: [...notes, ...more],
    }));
  const pooled = [...armsA, ...armsB].filter(isPooledArm);
  if (pooled.length === 0) return [attempt(armsA, armsB)];
  return [
    attempt(armsA.filter(isOriginal), armsB.filter(isOriginal)),
    attempt(
      pooledOr(armsA),
      pooledOr(armsB),
      pooled.map(({ arm }) => assumptions.pooledArm(arm)),
    ),
  ];
}

function isOriginal(arm: Arm): boolean {
  return !isPooledArm(arm);
}

function pooledOr(arms: readonly Arm[]): readonly Arm[] {
  return arms.some(isPooledArm) ? arms.filter(isPooledArm) : arms;
}

function pairs(
  a: readonly Arm[],
  b: readonly Arm[],
  arms: readonly Arm[],
): readonly (readonly [readonly Arm[], readonly Arm[]])[] {
  return a.flatMap((one) =>
    b
      .filter((other) => isComparable(one, { own: [one], other: [other] }, arms))
      .filter((other) => isComparable(other, { own: [other], other: [one] }, arms))
      .map((other) => [[one], [other]] as const),
  );
}
