import type { Proportion, Rate } from "../../effects/counts.js";

/** Trials that say nothing of a ratio, and what they have in words. */
export interface DoubleZero<Arm> {
  readonly holds: (arms: readonly Arm[]) => boolean;
  readonly label: string;
}

const events: DoubleZero<Proportion> = {
  holds: (arms) => arms.every(({ a }) => a === 0) || arms.every(({ a, n }) => a === n),
  label: "no events, or only events, in all arms",
};

const rates: DoubleZero<Rate> = { holds: (arms) => arms.every(({ x }) => x === 0), label: "no events in any arm" };

/** By the kind of arms. */
export const doubleZeros = { events, rates };
