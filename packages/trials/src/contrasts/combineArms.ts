import { combineGroups } from "@acumeta/core";
import type { ArmSummary } from "./armSummary.js";
import { rules } from "./messages.js";

/**
 * One group out of several, as if their patients had been one group (Cochrane Handbook 6.5.2.10, table 6.5.a).
 */
export function combineArms(groups: readonly ArmSummary[]): ArmSummary {
  const [first] = groups;
  if (first === undefined) throw new RangeError("no group to combine");
  if (groups.length === 1) return first;
  const { n, mean, sd } = combineGroups(groups.map(({ n, mean, sd }) => ({ n, mean, sd })));
  const arms = groups.flatMap((group) => group.arms);
  return {
    arms,
    n,
    mean,
    sd,
    rows: groups.flatMap((group) => group.rows),
    rules: [...groups.flatMap((group) => group.rules), rules.combined(arms)],
    assumptions: groups.flatMap((group) => group.assumptions),
  };
}
