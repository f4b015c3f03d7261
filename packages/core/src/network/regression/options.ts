import { finite } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { choose } from "../../registry/choose.js";
import { type NetworkOptions, networkOptionNames, type ResolvedNetwork, resolveNetwork } from "../options.js";
import { type NetworkInteraction, networkInteractions } from "./interactions.js";

/** How to fit a network meta-regression. */
export interface NetworkRegressionOptions extends NetworkOptions {
  /** The name of a number that every comparison has, the same in all of a trial. */
  readonly moderator: string;
  /** An id of `networkInteractions`; "common" unless given. */
  readonly interaction?: NetworkInteraction;
  /** The value of the moderator at which effects are told; its mean over trials unless given. */
  readonly centre?: number;
}

export interface ResolvedNetworkRegression extends ResolvedNetwork {
  readonly moderator: string;
  readonly interaction: NetworkInteraction;
}

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveNetworkRegression(options: NetworkRegressionOptions): ResolvedNetworkRegression {
  checkOptionNames(options, [...networkOptionNames, "moderator", "interaction", "centre"], { mods: "moderator" });
  const { moderator, interaction = "common", centre, ...rest } = options;
  if (typeof moderator !== "string" || moderator === "") throw metaError(messages.notModerators({ found: moderator }));
  if (centre !== undefined) finite({ centre });
  const resolved = resolveNetwork(rest);
  const { id } = choose("interaction", networkInteractions, interaction);
  if (id === "exchangeable" && resolved.tau2.id !== "REML")
    throw metaError(messages.needsReml({ found: resolved.tau2.id }));
  return { ...resolved, moderator, interaction: id };
}
