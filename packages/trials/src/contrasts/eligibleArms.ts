import type { Arm } from "../schema/rows.js";
import { isComparable } from "./addOn.js";
import { assumptions, details } from "./messages.js";
import type { Question } from "./question.js";
import { type Refusal, refusal } from "./refusal.js";

/** The arms of a trial on the two sides of a question, and what their choice assumes. */
export interface Sides {
  readonly armsA: readonly Arm[];
  readonly armsB: readonly Arm[];
  readonly assumptions: readonly string[];
}

/** The arms of the question's kinds, without add-on arms that nothing here can fairly be set against ({@link isComparable}). */
export function eligibleArms(arms: readonly Arm[], question: Question): Sides | Refusal {
  const { treatment, comparator } = question;
  const allA = arms.filter(({ kind }) => treatment.includes(kind));
  const allB = arms.filter(({ kind }) => comparator.includes(kind));
  if (allA.length === 0) return refusal("NO_TREATMENT_ARM", details.arms(arms));
  if (allB.length === 0) return refusal("NO_COMPARATOR_ARM", details.arms(arms));
  return eligibleSides(arms, { allA, allB, separate: question.arms === "separate" });
}

/** Those of the arms of two sides that can fairly be set against each other, each alone where they are kept separate. */
export function eligibleSides(
  arms: readonly Arm[],
  {
    allA,
    allB,
    separate,
  }: { readonly allA: readonly Arm[]; readonly allB: readonly Arm[]; readonly separate: boolean },
): Sides | Refusal {
  const isEligible = (arm: Arm, own: readonly Arm[], other: readonly Arm[]) =>
    separate
      ? other.some((against) => isComparable(arm, { own: [arm], other: [against] }, arms))
      : isComparable(arm, { own, other }, arms);
  const armsA = allA.filter((arm) => isEligible(arm, allA, allB));
  const armsB = allB.filter((arm) => isEligible(arm, allB, allA));
  const leftOut = [...allA, ...allB]
    .filter((arm) => !armsA.includes(arm) && !armsB.includes(arm))
    .map((arm) => assumptions.addOn(arm.arm));
  if (armsA.length === 0 || armsB.length === 0) return refusal("CONFOUNDED_ARM", leftOut.join("; "));
  return { armsA, armsB, assumptions: leftOut };
}
