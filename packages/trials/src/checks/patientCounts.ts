import { groupBy } from "../contrasts/groupBy.js";
import { rowMessages, tableMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { isPooledArm } from "../schema/isPooledArm.js";
import type { DraftTables } from "./draft.js";
import type { LostTables } from "./lostRows.js";

/** Trials with fewer than two arms, and numbers of patients that do not add up. */
export function patientCounts({ trials, arms, outcomes }: DraftTables, lost: LostTables): readonly Problem[] {
  const armsOf = groupBy(arms, ({ trialId }) => trialId);
  const problems: Problem[] = [];
  for (const { trialId, nRandomised, origin } of trials) {
    if (trialId === undefined) continue;
    const own = armsOf.get(trialId) ?? [];
    const at = { file: origin.file, line: origin.line };
    if (own.length < 2 && !lost.has("arms"))
      problems.push({ ...at, column: "trial_id", ...tableMessages.fewArms(own.length) });
    const sizes = own.filter((arm) => !isPooledArm(arm)).map((arm) => arm.nRandomised);
    const sum = sizes.reduce<number>((total, size) => total + (size ?? Number.NaN), 0);
    if (nRandomised != null && own.length > 1 && sum > nRandomised)
      problems.push({ ...at, column: "n_randomised", ...tableMessages.armsDisagreeWithTrial(sum, nRandomised) });
  }
  for (const { trialId, arm, n, total, origin } of outcomes) {
    const randomised = armsOf.get(trialId)?.find((one) => one.arm === arm)?.nRandomised;
    for (const [column, count] of [
      ["n", n],
      ["total", total],
    ] as const)
      if (randomised != null && count != null && count > randomised)
        problems.push({
          file: origin.file,
          line: origin.line,
          column,
          ...rowMessages.nExceedsRandomised(count, randomised),
        });
  }
  return problems;
}
