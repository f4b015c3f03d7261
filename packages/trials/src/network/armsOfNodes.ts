import type { TrialTables } from "../contrasts/comparison.js";
import { shamPenetrates } from "../modifiers/shamPenetrates.js";
import type { Arm, ArmPoints } from "../schema/rows.js";
import type { NetworkNode } from "./nodes.js";

/** A treatment of the network with the arms of a trial that had it. */
export interface NodeArms {
  readonly node: string;
  readonly arms: readonly Arm[];
}

/** The treatments that a trial compares, in the order of the network's. */
export function armsOfNodes(
  { trial, arms }: TrialTables,
  nodes: readonly NetworkNode[],
  prescriptions: readonly ArmPoints[],
): readonly NodeArms[] {
  const penetrates = (arm: Arm) =>
    shamPenetrates({ trial, all: arms, prescriptions, compared: [arm], against: [arm] }).value ?? "unknown";
  return nodes
    .map(({ name, kinds, penetrating }) => ({
      node: name,
      arms: arms.filter(
        (arm) =>
          kinds.includes(arm.kind) &&
          (penetrating === undefined || arm.kind !== "sham" || penetrates(arm) === penetrating),
      ),
    }))
    .filter((node) => node.arms.length > 0);
}
