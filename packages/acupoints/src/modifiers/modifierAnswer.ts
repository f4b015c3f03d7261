import type { Warning } from "@acumeta/core";
import type { ModelVariance } from "./fitEffects.js";

/** An interval of a model. */
export interface ModelInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly se: number;
  /** Degrees of freedom of t; null for the normal distribution. */
  readonly df: number | null;
  readonly p: number;
}

/** An effect that has no part in an answer. */
export interface LeftOutEffect {
  readonly trial: string;
  readonly study: string;
  readonly reason: string;
}

/** The mean effect at a level of the moderator; of a number at the lowest and at the highest of the trials. */
export interface ModifierLevel {
  readonly level: string;
  readonly effects: number;
  readonly trials: number;
  /** Patients of these effects, a patient of two effects twice; null where some are not known. */
  readonly n: number | null;
  /** SMD; positive favours acupuncture. Against sham, where the model has `untreated`. */
  readonly estimate: number;
  /** null where one trial alone tells of it. */
  readonly ci: ModelInterval | null;
}

/** How the effect differs between levels. */
export interface ModifierDifference {
  /** "yes − no"; of a number "5 more sessions". */
  readonly name: string;
  readonly estimate: number;
  readonly ci: ModelInterval | null;
  /** The smallest true difference that these trials would have found with the power asked for. */
  readonly detectable: number | null;
}

/** The frozen, JSON-serialisable answer of {@link askModifier}. */
export interface ModifierAnswer {
  readonly id: string;
  readonly label: string;
  readonly citation: string;
  readonly outcome: "pain" | "disability";
  readonly moderators: string;
  /** null where there is no answer; `unanswered` says why. */
  readonly model: "meta-regression" | "multilevel" | null;
  readonly unanswered: string | null;
  /** Effects used, and trials they are of. */
  readonly effects: number;
  readonly trials: number;
  readonly leftOut: readonly LeftOutEffect[];
  readonly levels: readonly ModifierLevel[];
  readonly differences: readonly ModifierDifference[];
  /** Does the effect differ at all? `p` null where the trials are too few for the test. */
  readonly test: {
    readonly statistic: number | null;
    readonly df1: number;
    readonly df2: number | null;
    readonly p: number | null;
    /** Adjusted over all built-in questions that could be tested (Holm 1979). */
    readonly pHolm: number | null;
  } | null;
  /** How many questions could be tested, and were adjusted for. */
  readonly tested: number;
  readonly tau2: readonly ModelVariance[];
  readonly choices: {
    readonly level: number;
    readonly power: number;
    /** Assumed between effects of a trial; null where each trial has one. */
    readonly correlation: number | null;
  };
  readonly warnings: readonly Warning[];
  /** What the numbers say, and no more. */
  readonly sentence: string;
}
