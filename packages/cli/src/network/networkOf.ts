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
  shrunkComponents,
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
  /** Whether components are to be drawn to 0 as well. */
  readonly shrink?: boolean;
  /** Whether a figure of the network is wanted. */
  readonly graph?: boolean;
}

/** A network, and what was asked of it. */
export function networkOf(
  { title, effects, rules, notUsed, better, components: asked }: NetworkData,
  { league, ranks, split, shrink = false, graph, ...options }: NetworkChoices,
): NetworkAnswer {
  const isEmpty = effects.length === 0;
  const components = asked === undefined ? null : componentsOf(effects, asked, { ...options, shrink });
  const isApart = components !== null && components.identifiability.parts.length > 1;
  const needsNetwork = graph || league || ranks || split !== undefined || options.disconnected === "reference";
  const fit = isEmpty || (isApart && !needsNetwork) ? null : network(effects, options);
  const method = split === undefined ? null : split === true ? {} : { method: split };
  return {
    title,
    better: better ?? null,
    network: fit,
    inconsistency: fit && decomposeQ(fit),
    league: fit && league ? leagueTable(fit) : null,
    ranks: fit && ranks && better !== undefined ? rankSets(fit, { better }) : null,
    split: fit && method !== null ? splitNodes(fit, method) : null,
    consistency: fit && method !== null ? consistencyReport(fit, method) : null,
    components,
    rules,
    notUsed,
  };
}

function componentsOf(
  effects: readonly NetworkEffect[],
  asked: ComponentOptions,
  { reference: _, disconnected: __, shrink, ...options }: NetworkOptions & { readonly shrink: boolean },
): ComponentAnswer {
  const { level } = options;
  return {
    identifiability: componentIdentifiability(effects, asked),
    fit: componentNetwork(effects, { ...options, ...asked }),
    shrunk: shrink ? shrunkComponents(effects, { ...asked, ...(level !== undefined && { level }) }) : null,
  };
}
