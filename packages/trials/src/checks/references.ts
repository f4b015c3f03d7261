import { goodEnd } from "../contrasts/goodEnd.js";
import { groupBy } from "../contrasts/groupBy.js";
import { tableMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { nearestAmong, nearestTo } from "../text/nearestTo.js";
import type { DraftTables } from "./draft.js";
import type { LostTables } from "./lostRows.js";

/** Rows that name a trial, an arm or a scale that its own table does not have, where all of that table was read. */
export function references(
  { trials, arms, armPoints, outcomes, contrasts, scales }: DraftTables,
  lost: LostTables,
): readonly Problem[] {
  const trialIds = new Set(trials.flatMap(({ trialId }) => trialId ?? []));
  const armsOf = groupBy(arms, ({ trialId }) => trialId);
  const scaleNames = new Set(scales.flatMap(({ scale }) => scale ?? []));
  const nearestTrial = nearestAmong(trialIds);
  const nearestScale = nearestAmong(scaleNames);

  const problems: Problem[] = [];
  const checkTrial = (row: Named) => {
    if (row.trialId !== undefined && !trialIds.has(row.trialId) && !lost.has("trials"))
      problems.push(at(row, "trial_id", tableMessages.unknownTrial(row.trialId, nearestTrial(row.trialId))));
  };
  const checkArm = (row: Named, column: string, arm: string | undefined) => {
    if (row.trialId === undefined || arm === undefined || !trialIds.has(row.trialId)) return;
    const known = [...new Set((armsOf.get(row.trialId) ?? []).flatMap((one) => one.arm ?? []))];
    if (!known.includes(arm) && !lost.has("arms"))
      problems.push(at(row, column, tableMessages.unknownArm(arm, known, nearestTo(arm, known))));
  };
  const better = goodEnd({ scales, outcomes });
  const checkScale = (row: Named & { readonly scale?: string }) => {
    if (row.scale === undefined || scaleNames.has(row.scale) || lost.has("scales")) return;
    const hasGoodEnd = better(row.scale) !== null || lost.has("outcomes");
    if (scaleNames.size > 0 || !hasGoodEnd)
      problems.push(at(row, "scale", tableMessages.unknownScale(row.scale, nearestScale(row.scale), hasGoodEnd)));
  };

  for (const row of [...arms, ...armPoints, ...outcomes, ...contrasts]) checkTrial(row);
  for (const row of [...armPoints, ...outcomes]) checkArm(row, "arm", row.arm);
  for (const row of contrasts) {
    for (const arm of row.armsA ?? []) checkArm(row, "arms_a", arm);
    for (const arm of row.armsB ?? []) checkArm(row, "arms_b", arm);
  }
  for (const row of [...outcomes, ...contrasts]) checkScale(row);
  return problems;
}

interface Named {
  readonly trialId?: string;
  readonly origin: { readonly file: string; readonly line: number };
}

function at(
  { origin: { file, line } }: Named,
  column: string,
  finding: Omit<Problem, "file" | "line" | "column">,
): Problem {
  return { file, line, column, ...finding };
}
