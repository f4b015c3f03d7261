import { additions, type ZeroCountOptions } from "../../../effects/zeroCells.js";
import type { EventsArm } from "../../arms/arm.js";
import type { TrialOfArms } from "../../arms/trialsOfArms.js";

/** Trials with every cell of all arms corrected where the policy says so. */
export function corrected(
  trials: readonly TrialOfArms<EventsArm>[],
  policy: ZeroCountOptions,
): readonly TrialOfArms<EventsArm>[] {
  const hasZero = ({ arms }: TrialOfArms<EventsArm>) => arms.some(({ a, n }) => a === 0 || a === n);
  const added = additions(trials, policy, { hasZero, counts: "every cell" });
  return trials.map(({ study, arms }, i) => {
    const each = added[i]!.added;
    return { study, arms: arms.map((arm) => ({ ...arm, a: arm.a + each, n: arm.n + 2 * each })) };
  });
}
