import type { Network, NodeSplits, QDecomposition, RankSets, TreatmentEffect } from "@acumeta/core";
import type { NotUsed } from "@acumeta/trials";

/** What `acumeta network` says; parts that were not asked for are null. */
export interface NetworkAnswer {
  readonly title: string;
  readonly network: Network;
  readonly inconsistency: QDecomposition;
  readonly league: readonly TreatmentEffect[] | null;
  readonly ranks: RankSets | null;
  readonly split: NodeSplits | null;
  /** Trials of a folder that give no comparison, with the reason. */
  readonly notUsed: readonly NotUsed[];
}
