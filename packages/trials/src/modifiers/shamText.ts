import type { Arm } from "../schema/rows.js";
import { type ComparedArms, isSham } from "./comparedArms.js";

/** What the tables say of a sham arm in words; `sham_type` of the trial only where it has one sham arm. */
export function shamText({ trial, all }: ComparedArms, { description }: Arm): string {
  const isOnly = all.filter(isSham).length === 1;
  return [description, isOnly ? trial.shamType : null].filter((text) => text !== null).join("; ");
}
