/** What an arm of a trial received. */
export const armKinds = [
  "acupuncture",
  "electroacupuncture",
  "sham",
  "no-treatment",
  "waiting-list",
  "usual-care",
  "active",
] as const;
export type ArmKind = (typeof armKinds)[number];

export const outcomeKinds = [
  "pain",
  "disability",
  "responders",
  "quality-of-life",
  "global",
  "adverse-events",
  "symptoms",
  "time-to-recovery",
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Groups of the free-text `condition`, by which questions select trials. */
export const conditionGroups = [
  "low-back-pain",
  "lumbar-stenosis",
  "sciatica",
  "pregnancy-back-pain",
  "neck-pain",
  "shoulder-pain",
  "knee-osteoarthritis",
  "headache",
  "dysmenorrhoea",
  "other-pain",
] as const;
export type ConditionGroup = (typeof conditionGroups)[number];

/** How far a row is to be trusted, from best to worst. */
export const trustLevels = ["high", "medium", "low"] as const;
export type Trust = (typeof trustLevels)[number];

/** Why a row must not be pooled, whatever the question. */
export const unpoolableReasons = [
  "median",
  "ambiguous",
  "direction-unsure",
  "contradictory",
  "percent-without-denominator",
  "not-pain-or-function",
] as const;
export type Unpoolable = (typeof unpoolableReasons)[number];

/** fixed: every patient got these points; semi: a candidate list; individualised: the list is unknown. */
export const pointsBases = ["fixed", "semi", "individualised"] as const;
export type PointsBasis = (typeof pointsBases)[number];

export const penetratings = ["yes", "no", "unknown"] as const;
export type Penetrating = (typeof penetratings)[number];

export const betters = ["lower", "higher"] as const;
export type Better = (typeof betters)[number];

/** A value at its time, or its change from baseline. */
export const valueKinds = ["endpoint", "change"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What a paper printed a difference as; RD% in percentage points, MedianD a difference of medians. */
export const contrastMeasures = ["MD", "SMD", "RD%", "MedianD", "RR", "OR", "HR"] as const;
export type ContrastMeasure = (typeof contrastMeasures)[number];

/** Which side a positive (or, for a ratio, larger) published effect favours. */
export const favouredSides = ["treatment", "comparator"] as const;
export type FavouredSide = (typeof favouredSides)[number];
