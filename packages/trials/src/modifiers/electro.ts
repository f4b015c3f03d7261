import { isPooledArm } from "../schema/isPooledArm.js";
import type { Arm } from "../schema/rows.js";
import { type ComparedArms, isAcupuncture } from "./comparedArms.js";
import { agreed, notAsked, type Reading, reading } from "./reading.js";

/** Whether all acupuncture that is compared was with current, or none; an arm "…-pooled" stands for the trial's others. */
export function electro({ compared, all }: ComparedArms): Reading<"yes" | "no"> {
  const arms = compared.filter(isAcupuncture);
  if (arms.length === 0) return notAsked;
  const single = (arm: Arm): readonly Arm[] =>
    isPooledArm(arm) ? all.filter((other) => isAcupuncture(other) && !isPooledArm(other)) : [arm];
  return reading(
    agreed(
      arms.flatMap(single).map(({ kind }) => (kind === "electroacupuncture" ? ("yes" as const) : ("no" as const))),
    ),
  );
}
