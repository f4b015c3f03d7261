import type { NamedArm } from "../arms/arm.js";
import type { TrialOfArms } from "../arms/trialsOfArms.js";
import type { LeftOutComparison } from "./result.js";

/** The comparisons of some arms of a trial, all of them unless given, with all its arms. */
export function leftOutArms(
  { study, arms }: TrialOfArms<NamedArm>,
  why: string,
  isOut: (treatment: string) => boolean = () => true,
): readonly LeftOutComparison[] {
  return arms.flatMap(({ treatment: treat1 }, i) =>
    arms.slice(i + 1).flatMap(({ treatment: treat2 }) => {
      return isOut(treat1) || isOut(treat2) ? [{ study, treat1, treat2, why }] : [];
    }),
  );
}
