import type { PooledEffect } from "@acumeta/core";
import type { Certainty } from "./certainty.js";

/** An outcome of a summary of findings. */
export interface FindingOutcome {
  /** "Pain at 8 weeks". */
  readonly outcome: string;
  readonly fit: PooledEffect;
  /** Whether the event, or a higher score, is good: "higher" unless given, as `contrasts` of @acumeta/trials gives effects. */
  readonly better?: "higher" | "lower";
  /** The comparator's risk of the event; of an SMD, its share of patients who improve. */
  readonly baseline?: { readonly risk: number; readonly source: string };
  /** To express an SMD or a mean difference in a scale's units, and against the smallest difference that patients notice. */
  readonly units?: {
    readonly name: string;
    /** Standard deviation of the scale, for an SMD. */
    readonly sd?: number;
    /** Minimal important difference, in the scale's units. */
    readonly mid?: number;
    readonly source: string;
  };
  /** Yours; "not rated" where it is missing. */
  readonly certainty?: Certainty;
  readonly comment?: string;
}
