import type { Better } from "../schema/kinds.js";
import type { Arm, Outcome } from "../schema/rows.js";
import { admit } from "./admit.js";
import { type Candidate, chooseCell } from "./chooseCell.js";
import type { Comparison } from "./comparison.js";
import { assumptions } from "./messages.js";
import { isRefusal, type NoEffect, type Refusal, refusal, sift } from "./refusal.js";

/** What the arms of both sides report on one scale in one week, one value per arm. */
interface ArmCell<Value> {
  readonly scale: string;
  readonly week: number;
  readonly better: Better;
  readonly sideA: readonly Value[];
  readonly sideB: readonly Value[];
  readonly assumptions: readonly string[];
}

interface ArmRow {
  readonly row: Outcome;
  readonly arm: Arm;
  readonly side: "A" | "B";
}

/**
 * Finds the scale and week that answer among rows of the compared arms: rows that may answer at all ({@link admit}),
 * whose numbers `evaluate` accepts, on a scale and week that both sides have ({@link chooseCell}). Of two rows of
 * one arm the first in the file is taken.
 */
export function armCell<Value extends object>(
  comparison: Comparison,
  rows: readonly Outcome[],
  evaluate: (row: Outcome, arm: Arm) => Value | Refusal,
): ArmCell<Value> | NoEffect {
  const { question, armsA, armsB } = comparison;
  const admitted = sift(rowsOfArms(comparison, rows), (one): Candidate<ArmRow> | Refusal => {
    const place = admit(one.row, question);
    if (isRefusal(place)) return place;
    const { arm } = one.arm;
    return { ...place, armsA: one.side === "A" ? [arm] : [], armsB: one.side === "B" ? [arm] : [], value: one };
  });
  if (chooseCell(admitted.kept, question.window) === null)
    return { refusals: [...admitted.refused, ...oneSided(admitted.kept)] };
  const evaluated = sift(admitted.kept, (one): Candidate<ArmRow & { readonly result: Value }> | Refusal => {
    const result = evaluate(one.value.row, one.value.arm);
    return isRefusal(result) ? result : { ...one, value: { ...one.value, result } };
  });
  const cell = chooseCell(evaluated.kept, question.window);
  if (cell === null) return { refusals: evaluated.refused };
  const betters = new Set(cell.candidates.map(({ value }) => value.row.better));
  const [better, ...contrary] = betters;
  if (better === undefined || contrary.length > 0) return { refusals: [refusal("NO_DIRECTION", cell.scale)] };

  const firstOf = (arm: Arm) => cell.candidates.find(({ value }) => value.row.arm === arm.arm);
  const values = (arms: readonly Arm[]) => arms.flatMap((arm) => firstOf(arm)?.value.result ?? []);
  const silent = [...armsA, ...armsB].filter((arm) => firstOf(arm) === undefined);
  return {
    scale: cell.scale,
    week: cell.week,
    better,
    sideA: values(armsA),
    sideB: values(armsB),
    assumptions: [
      ...(cell.otherScales.length > 0 ? [assumptions.otherScales(cell.scale, cell.otherScales)] : []),
      ...(silent.length > 0 ? [assumptions.armWithoutRow(silent.map(({ arm }) => arm))] : []),
    ],
  };
}

function rowsOfArms({ armsA, armsB }: Comparison, rows: readonly Outcome[]): readonly ArmRow[] {
  const ofSide = (arms: readonly Arm[], side: "A" | "B") =>
    arms.flatMap((arm) => rows.filter((row) => row.arm === arm.arm).map((row) => ({ row, arm, side })));
  return [...ofSide(armsA, "A"), ...ofSide(armsB, "B")];
}

function oneSided(kept: readonly Candidate<unknown>[]): readonly Refusal[] {
  const arms = new Set(kept.flatMap(({ armsA, armsB }) => [...armsA, ...armsB]));
  return arms.size === 0 ? [] : [refusal("ONE_SIDE_ONLY", [...arms].join(", "))];
}
