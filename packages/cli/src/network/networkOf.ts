import {
  type ComponentOptions,
  componentIdentifiability,
  componentNetwork,
  consistencyReport,
  decomposeQ,
  leagueTable,
  type NetworkEffect,
  type NetworkOptions,
  network,
  rankSets,
  type SplitMethodId,
  splitNodes,
} from "@acumeta/core";
import type { ComponentAnswer, NetworkAnswer } from "./networkAnswer.js";
import type { NetworkData } from "./networkData.js";

/** What to say of a network. */
export interface NetworkChoices extends NetworkOptions {
  readonly league?: boolean;
  readonly ranks?: boolean;
  /** A method of splitting; true for the first. */
  readonly split?: SplitMethodId | true;
  /** Whether a figure of the network is wanted. */
  readonly graph?: boolean;
}

/** A network, and what was asked of it. */
export function networkOf(
  { title, effects, notUsed, better, components: asked }: NetworkData,
  { league, ranks, split, graph, ...options }: NetworkChoices,
): NetworkAnswer {
  const components = asked === undefined ? null : componentsOf(effects, asked, options);
  const isApart = components !== null && components.identifiability.parts.length > 1;
  const needsNetwork = graph || league || ranks || split !== undefined || options.disconnected === "reference";
  const fit = isApart && !needsNetwork ? null : network(effects, options);
  const method = split === undefined ? null : split === true ? {} : { method: split };
  return {
    title,
    network: fit,
    inconsistency: fit && decomposeQ(fit),
    league: fit && league ? leagueTable(fit) : null,
    ranks: fit && ranks && better !== undefined ? rankSets(fit, { better }) : null,
    split: fit && method !== null ? splitNodes(fit, method) : null,
    consistency: fit && method !== null ? consistencyReport(fit, method) : null,
    components,
    notUsed,
  };
}

function componentsOf(
  effects: readonly NetworkEffect[],
  asked: ComponentOptions,
  { reference: _, disconnected: __, ...options }: NetworkOptions,
): ComponentAnswer {
  return {
    identifiability: componentIdentifiability(effects, asked),
    fit: componentNetwork(effects, { ...options, ...asked }),
  };
}
