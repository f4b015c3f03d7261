import type { Arm } from "../schema/rows.js";

/** Arms on one side of a comparison and those on the other. */
interface Opposed {
  readonly own: readonly Arm[];
  readonly other: readonly Arm[];
}

/**
 * Whether an arm may stand on its side of a comparison.
 *
 * An arm `x+y` beside an arm `y` of kind "active" received `y` as well. Only set against `y` alone is its difference that
 * of `x`, and only beside arms to which the same was added does it form one group with them.
 */
export function isComparable(arm: Arm, { own, other }: Opposed, arms: readonly Arm[]): boolean {
  const added = addedTo(arm, arms);
  if (added.length === 0) return true;
  return (
    other.every((against) => added.includes(against)) && own.every((beside) => sameArms(addedTo(beside, arms), added))
  );
}

function addedTo({ arm }: Arm, arms: readonly Arm[]): readonly Arm[] {
  const parts = arm.split("+").map((part) => part.trim());
  return parts.length < 2 ? [] : arms.filter((other) => other.kind === "active" && parts.includes(other.arm));
}

function sameArms(one: readonly Arm[], other: readonly Arm[]): boolean {
  return one.length === other.length && one.every((arm) => other.includes(arm));
}
