import type {
  ComponentIdentifiability,
  ComponentNetwork,
  ConsistencyReport,
  GoodEnd,
  Network,
  NodeSplits,
  QDecomposition,
  RankSets,
  ShrunkComponents,
  TreatmentEffect,
} from "@acumeta/core";
import type { NotUsed } from "@acumeta/trials";
import type { EffectRule } from "./networkData.js";

/** What `acumeta network` says; parts that were not asked for are null. */
export interface NetworkAnswer {
  readonly title: string;
  /** Which end is good, where that is known. */
  readonly better: GoodEnd | null;
  /** null where no trial answers, and where components alone were asked for of a network of unconnected parts. */
  readonly network: Network | null;
  readonly inconsistency: QDecomposition | null;
  readonly league: readonly TreatmentEffect[] | null;
  readonly ranks: RankSets | null;
  readonly split: NodeSplits | null;
  readonly consistency: ConsistencyReport | null;
  readonly components: ComponentAnswer | null;
  /** How effects were made of the arms of a file. */
  readonly rules: readonly EffectRule[];
  /** Trials of a folder that give no comparison, with the reason. */
  readonly notUsed: readonly NotUsed[];
}

/** What can be told of components, and what is. */
export interface ComponentAnswer {
  readonly identifiability: ComponentIdentifiability;
  readonly fit: ComponentNetwork;
  /** All drawn to 0, where that was asked. */
  readonly shrunk: ShrunkComponents | null;
}
