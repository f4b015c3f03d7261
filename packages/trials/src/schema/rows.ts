import type { claimKinds } from "./claimsTable.js";
import type {
  ArmKind,
  Better,
  ConditionGroup,
  ContrastMeasure,
  FavouredSide,
  OutcomeKind,
  Penetrating,
  PointsBasis,
  Trust,
  Unpoolable,
  ValueKind,
} from "./kinds.js";

/** Where a row stands in its file, and the columns we do not know, kept as they were. */
export interface RowOrigin {
  readonly file: string;
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly unknownColumns: Readonly<Record<string, string>>;
}

export interface Sourced {
  readonly sourceUrl: string;
  readonly sourceNote: string | null;
  readonly origin: RowOrigin;
}

/** A number or a printed range such as "8-15" (low 8, high 15). */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** One row of trials.csv. null: not found where we looked. */
export interface Trial extends Sourced {
  readonly trialId: string;
  readonly citation: string;
  readonly year: number | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly country: string | null;
  readonly condition: string;
  readonly conditionGroup: ConditionGroup;
  readonly nRandomised: number | null;
  readonly sessions: Range | null;
  readonly weeks: Range | null;
  readonly needles: Range | null;
  readonly minutes: Range | null;
  readonly shamType: string | null;
  /** Canonical WHO codes. */
  readonly points: readonly string[];
  readonly pointsBasis: PointsBasis | null;
  /** null: not rated. */
  readonly pointsTrust: Trust | null;
}

/** One row of arms.csv. */
export interface Arm {
  readonly trialId: string;
  readonly arm: string;
  readonly kind: ArmKind;
  readonly nRandomised: number | null;
  readonly description: string | null;
  readonly sourceUrl: string | null;
  readonly sourceNote: string | null;
  readonly origin: RowOrigin;
}

/** One row of arm-points.csv: the prescription of an arm, sham arms too. */
export interface ArmPoints extends Sourced {
  readonly trialId: string;
  readonly arm: string;
  readonly points: readonly string[];
  readonly basis: PointsBasis | null;
  readonly penetrating: Penetrating;
  /** null: not rated. */
  readonly trust: Trust | null;
}

/** One row of scales.csv: the possible range of a scale and which end is good. */
export interface Scale extends Sourced {
  readonly scale: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly better: Better;
}

/** One row of outcomes.csv: an arm × outcome × scale × week. */
export interface Outcome extends Sourced {
  readonly trialId: string;
  readonly arm: string;
  readonly outcome: OutcomeKind;
  readonly scale: string;
  readonly better: Better;
  /** Weeks from randomisation or start of treatment. */
  readonly week: number | null;
  readonly n: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly kind: ValueKind | null;
  readonly se: number | null;
  readonly ciLower: number | null;
  readonly ciUpper: number | null;
  readonly events: number | null;
  readonly total: number | null;
  readonly trust: Trust;
  readonly unpoolable: Unpoolable | null;
}

/** One row of contrasts.csv: a difference (first arms minus second arms) that a paper printed. */
export interface PublishedContrast extends Sourced {
  readonly trialId: string;
  /** As printed: "acupuncture vs sham (minimal)". */
  readonly comparator: string;
  /** Arms of the first-named side (more than one where the paper pooled them). */
  readonly armsA: readonly string[];
  readonly armsB: readonly string[];
  readonly outcome: OutcomeKind;
  readonly scale: string;
  readonly week: number | null;
  readonly effect: number;
  readonly measure: ContrastMeasure;
  readonly ciLower: number | null;
  readonly ciUpper: number | null;
  readonly nA: number | null;
  readonly nB: number | null;
  readonly trust: Trust;
  readonly unpoolable: Unpoolable | null;
}

/** One row of published/pooled.csv: a pooled result that a review printed. */
export interface PublishedPooled extends Sourced {
  readonly review: string;
  readonly comparison: string;
  readonly condition: string;
  readonly outcome: string;
  readonly week: number | null;
  readonly k: number | null;
  readonly n: number | null;
  readonly effect: number | null;
  readonly measure: string | null;
  readonly ciLower: number | null;
  readonly ciUpper: number | null;
  readonly i2: number | null;
  readonly pHeterogeneity: number | null;
  /** Ids of the shipped questions that ask the same, as far as conditions and weeks allow. */
  readonly questions: readonly string[];
  /** The side that a positive effect favours. */
  readonly favours: FavouredSide | null;
}

/** One row of published/points.csv: a point, or a combination of points, in a published ranking. */
export interface PublishedPoint extends Sourced {
  readonly review: string;
  readonly condition: "low back pain" | "pain";
  readonly pointOrCombination: string;
  readonly rankPopularity: number | null;
  readonly frequency: number | null;
  readonly rankEffect: number | null;
  readonly effect: number | null;
}

/** One row of claims/claims.csv: what is claimed, and what tests it. */
export interface Claim {
  readonly origin: RowOrigin;
  readonly id: string;
  readonly claim: string;
  readonly kind: (typeof claimKinds)[number];
  readonly analysis: string;
  readonly about: string | null;
  readonly needs: string;
  readonly sourceNote: string;
}
