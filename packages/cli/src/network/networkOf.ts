import {
  decomposeQ,
  type GoodEnd,
  leagueTable,
  type NetworkEffect,
  type NetworkOptions,
  network,
  rankSets,
  type SplitMethodId,
  splitNodes,
} from "@acumeta/core";
import type { NetworkAnswer } from "./networkAnswer.js";

/** What to say of a network. */
export interface NetworkChoices extends NetworkOptions {
  readonly league?: boolean;
  readonly ranks?: boolean;
  /** Which end is good, for ranks. */
  readonly better?: GoodEnd;
  /** A method of splitting; true for the first. */
  readonly split?: SplitMethodId | true;
}

/** A network, and what was asked of it. */
export function networkOf(
  {
    title,
    effects,
    notUsed,
  }: Pick<NetworkAnswer, "title" | "notUsed"> & { readonly effects: readonly NetworkEffect[] },
  { league, ranks, better, split, ...options }: NetworkChoices,
): NetworkAnswer {
  const fit = network(effects, options);
  return {
    title,
    network: fit,
    inconsistency: decomposeQ(fit),
    league: league ? leagueTable(fit) : null,
    ranks: ranks && better !== undefined ? rankSets(fit, { better }) : null,
    split: split === undefined ? null : splitNodes(fit, split === true ? {} : { method: split }),
    notUsed,
  };
}
