import type { Warning } from "@acumeta/core";
import type { Provenance } from "@acumeta/trials";
import type { LeftOutEffect, ModelInterval } from "./modifierAnswer.js";

/** An effect of a time course. */
export interface TimedEffect extends Pick<Provenance, "scale" | "source"> {
  readonly trial: string;
  readonly study: string;
  readonly weeksAfter: number;
  readonly yi: number;
  readonly vi: number;
}

/** What the model says at one assumed correlation. */
export interface SlopeAtCorrelation {
  /** Of sampling errors three months apart; φ^(months/3) at other distances. */
  readonly correlation: number;
  /** Change of the effect every three months; below 0 where it falls. */
  readonly slope: number;
  /** null where one trial alone tells of it. */
  readonly ci: ModelInterval | null;
  /** The smallest true change every three months that these trials would have found with the power asked for. */
  readonly detectable: number | null;
  /** Mean effect over the weeks reported. */
  readonly mean: number;
}

/** The frozen, JSON-serialisable result of {@link timeCourse}. */
export interface TimeCourse {
  readonly question: { readonly id: string; readonly label: string };
  readonly trials: number;
  readonly effects: readonly TimedEffect[];
  readonly leftOut: readonly LeftOutEffect[];
  /** Why there is no answer; null where there is one. */
  readonly unanswered: string | null;
  /** At the chosen correlation; null where there is no answer. */
  readonly chosen: SlopeAtCorrelation | null;
  /** At each of the correlations 0.3, 0.5, 0.7 and 0.9. */
  readonly sweep: readonly SlopeAtCorrelation[];
  readonly choices: {
    readonly correlation: number;
    readonly until: number;
    readonly level: number;
    readonly power: number;
  };
  readonly warnings: readonly Warning[];
  readonly sentence: string;
}
