import type { Arm } from "../schema/rows.js";
import { assumptions, details } from "./messages.js";
import type { Question } from "./question.js";
import { type Refusal, refusal } from "./refusal.js";

/** The arms of a trial on the two sides of a question, and what their choice assumes. */
export interface Sides {
  readonly armsA: readonly Arm[];
  readonly armsB: readonly Arm[];
  readonly assumptions: readonly string[];
}

/**
 * The arms of the question's kinds, without confounded add-on arms.
 *
 * An arm `x+y` beside an arm `y` of kind "active" received `y` as well. Set against anything but `y`, its
 * difference is that of two treatments (zaringhalam-2010: acupuncture+baclofen against no treatment), so it is
 * left out unless `y` is on the other side.
 */
export function eligibleArms(arms: readonly Arm[], { treatment, comparator }: Question): Sides | Refusal {
  const allA = arms.filter(({ kind }) => treatment.includes(kind));
  const allB = arms.filter(({ kind }) => comparator.includes(kind));
  if (allA.length === 0) return refusal("NO_TREATMENT_ARM", details.arms(arms));
  if (allB.length === 0) return refusal("NO_COMPARATOR_ARM", details.arms(arms));
  const armsA = allA.filter((arm) => !isConfounded(arm, allB, arms));
  const armsB = allB.filter((arm) => !isConfounded(arm, allA, arms));
  const leftOut = [...allA, ...allB]
    .filter((arm) => !armsA.includes(arm) && !armsB.includes(arm))
    .map((arm) => assumptions.addOn(arm.arm));
  if (armsA.length === 0 || armsB.length === 0) return refusal("CONFOUNDED_ARM", leftOut.join("; "));
  return { armsA, armsB, assumptions: leftOut };
}

function isConfounded({ arm }: Arm, otherSide: readonly Arm[], arms: readonly Arm[]): boolean {
  const parts = arm.split("+").map((part) => part.trim());
  const added = arms.filter((other) => other.kind === "active" && parts.length > 1 && parts.includes(other.arm));
  return added.some((other) => !otherSide.includes(other));
}
