import type { Registered } from "../../../registry/registry.js";
import type { EvidenceStream } from "./stream.js";

/** A registered way of telling how much of an estimate comes from each comparison. */
export interface ContributionMethod<Id extends string = string> extends Registered<Id> {
  /** The contribution of each edge of a stream; they sum to 1. */
  readonly compute: (stream: EvidenceStream) => Float64Array;
}
