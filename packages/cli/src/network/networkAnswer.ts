import type {
  ComponentIdentifiability,
  ComponentNetwork,
  ConsistencyReport,
  Network,
  NodeSplits,
  QDecomposition,
  RankSets,
  TreatmentEffect,
} from "@acumeta/core";
import type { NotUsed } from "@acumeta/trials";

/** What `acumeta network` says; parts that were not asked for are null. */
export interface NetworkAnswer {
  readonly title: string;
  /** null where components alone were asked for of a network of unconnected parts. */
  readonly network: Network | null;
  readonly inconsistency: QDecomposition | null;
  readonly league: readonly TreatmentEffect[] | null;
  readonly ranks: RankSets | null;
  readonly split: NodeSplits | null;
  readonly consistency: ConsistencyReport | null;
  readonly components: ComponentAnswer | null;
  /** Trials of a folder that give no comparison, with the reason. */
  readonly notUsed: readonly NotUsed[];
}

/** What can be told of components, and what is. */
export interface ComponentAnswer {
  readonly identifiability: ComponentIdentifiability;
  readonly fit: ComponentNetwork;
}
