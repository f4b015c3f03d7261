import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { MultilevelOptions } from "../../multilevel/options.js";
import { choose } from "../../registry/choose.js";
import { type WithinWeightsId, withinWeights } from "./index.js";
import type { WithinWeights } from "./weights.js";

/** How to merge effects of a cluster; one of `correlation` and `V`. */
export interface AggregateOptions {
  /** Column whose values tell which effects to merge; "study" unless given. */
  readonly cluster?: string;
  /** Assumed of the sampling errors of any two effects of a cluster; 0 for independent ones. */
  readonly correlation?: number;
  /** Covariances of the sampling errors, in full or as blocks, as by {@link assumedCovariance}. */
  readonly V?: MultilevelOptions["V"];
  /** An id of `withinWeights`; "inverse variance" unless given. */
  readonly weights?: WithinWeightsId;
}

export type ResolvedAggregate = { readonly cluster: string; readonly weights: WithinWeights } & (
  | { readonly correlation: number; readonly V: null }
  | { readonly correlation: null; readonly V: NonNullable<MultilevelOptions["V"]> }
);

const known = ["cluster", "correlation", "V", "weights"];
const meant: Readonly<Record<string, string>> = { rho: "correlation", weighted: "weights", struct: "correlation" };

/** Options with their defaults; what isn't known, and neither or both of `correlation` and `V`, is a MetaError. */
export function resolveAggregate(options: AggregateOptions): ResolvedAggregate {
  if (typeof options !== "object" || options === null)
    throw metaError(messages.unknownOption({ found: options, known }));
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw metaError(messages.unknownOption({ found: unknown, known, meant: meant[unknown] ?? null }));
  const { cluster = "study", correlation, V, weights = "inverse variance" } = options;
  if (typeof cluster !== "string")
    throw metaError(messages.badAssumption({ option: "cluster", found: cluster, example: '"study"' }));
  const rule = choose<WithinWeights>("weights", withinWeights, weights);
  if (correlation !== undefined && V !== undefined) throw metaError(messages.oneSourceOfCovariance({ found: "both" }));
  if (correlation !== undefined) return { cluster, weights: rule, correlation, V: null };
  if (V !== undefined) return { cluster, weights: rule, correlation: null, V };
  throw metaError(messages.oneSourceOfCovariance({ found: "neither" }));
}
