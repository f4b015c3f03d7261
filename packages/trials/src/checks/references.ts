import { tableMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { nearestTo } from "../text/nearestTo.js";
import type { DraftTables } from "./draft.js";

/** Rows that name a trial, an arm or a scale that its own table does not have. */
export function references({ trials, arms, armPoints, outcomes, contrasts, scales }: DraftTables): readonly Problem[] {
  const trialIds = new Set(trials.flatMap(({ trialId }) => trialId ?? []));
  const armsOf = new Map<string, string[]>();
  for (const { trialId, arm } of arms)
    if (trialId !== undefined && arm !== undefined) armsOf.set(trialId, [...(armsOf.get(trialId) ?? []), arm]);
  const scaleNames = new Set(scales.flatMap(({ scale }) => scale ?? []));

  const problems: Problem[] = [];
  const checkTrial = (row: Named) => {
    if (row.trialId !== undefined && !trialIds.has(row.trialId))
      problems.push(at(row, "trial_id", tableMessages.unknownTrial(row.trialId, nearestTo(row.trialId, trialIds))));
  };
  const checkArm = (row: Named, column: string, arm: string | undefined) => {
    if (row.trialId === undefined || arm === undefined || !trialIds.has(row.trialId)) return;
    const known = armsOf.get(row.trialId) ?? [];
    if (!known.includes(arm))
      problems.push(at(row, column, tableMessages.unknownArm(arm, known, nearestTo(arm, known))));
  };
  const checkScale = (row: Named & { readonly scale?: string }) => {
    if (row.scale !== undefined && scaleNames.size > 0 && !scaleNames.has(row.scale))
      problems.push(at(row, "scale", tableMessages.unknownScale(row.scale, nearestTo(row.scale, scaleNames))));
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
