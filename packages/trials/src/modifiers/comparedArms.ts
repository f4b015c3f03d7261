import type { TrialEffect } from "../contrasts/answer.js";
import type { ArmKind } from "../schema/kinds.js";
import type { Arm, ArmPoints, Trial } from "../schema/rows.js";

/** A trial with its arms, and those that an effect compares. */
export interface ComparedArms {
  readonly trial: Trial;
  readonly all: readonly Arm[];
  readonly prescriptions: readonly ArmPoints[];
  readonly compared: readonly Arm[];
  readonly against: readonly Arm[];
}

const needled: readonly ArmKind[] = ["acupuncture", "electroacupuncture"];

export function isAcupuncture({ kind }: Arm): boolean {
  return needled.includes(kind);
}

export function isSham({ kind }: Arm): boolean {
  return kind === "sham";
}

/** The arms by their names in an effect's provenance. */
export function comparedArms(
  { trial, all, prescriptions }: Pick<ComparedArms, "trial" | "all" | "prescriptions">,
  { armsA, armsB }: TrialEffect["provenance"],
): ComparedArms {
  return {
    trial,
    all,
    prescriptions,
    compared: all.filter(({ arm }) => armsA.includes(arm) || armsB.includes(arm)),
    against: all.filter(({ arm }) => armsB.includes(arm)),
  };
}
