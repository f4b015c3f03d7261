import { messages } from "../../errors/messages.js";
import type { NamedArm } from "./arm.js";
import type { ArmKind } from "./armKinds.js";
import type { ArmPlace, ArmProblems } from "./armProblems.js";

/** Whether a row is an object; tells what it is otherwise. */
export function isArm(row: unknown, place: number, problems: ArmProblems): boolean {
  const isObject = typeof row === "object" && row !== null && !Array.isArray(row);
  if (!isObject) problems.add(messages.notAnArm({ found: row, place }), {});
  return isObject;
}

/** Whether an arm names its trial and its treatment; tells which it does not. */
export function checkName(arm: NamedArm, place: number, problems: ArmProblems): boolean {
  const unnamed = (["study", "treatment"] as const).filter((column) => !isName(arm[column]));
  for (const column of unnamed)
    problems.add(messages.armWithoutName({ column, found: arm[column], place }), placeOf(arm));
  return unnamed.length === 0;
}

/** Tells values of an arm that are missing, or else all that can't be. */
export function checkValues<Row extends NamedArm>(
  arm: Row,
  { columns: names, checks }: ArmKind<Row>,
  { columns, problems }: { readonly columns: string; readonly problems: ArmProblems },
): void {
  const missing = names.filter((name) => arm[name] === undefined || arm[name] === null);
  if (missing.length > 0) problems.add(messages.armWithoutValues({ found: arm, missing, columns }), placeOf(arm));
  else for (const check of checks) problems.attempt(() => check(arm), placeOf(arm));
}

const isName = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

function placeOf({ study, treatment }: NamedArm): ArmPlace {
  return { ...(isName(study) && { study }), ...(isName(treatment) && { treatment }) };
}
