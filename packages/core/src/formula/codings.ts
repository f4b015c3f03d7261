import { type Registered, registry } from "../registry/registry.js";

/** How the levels of a factor become columns. */
export interface Coding<Id extends string = string> extends Registered<Id> {
  /** Place of the level without a column of its own, unless one is chosen. */
  readonly reference: (levels: number) => number;
  /** What the level without a column has in every column. */
  readonly ofReference: number;
  /** Names of the columns, but for that of the moderator. */
  readonly suffixes: (levels: readonly string[]) => readonly string[];
}

const treatment: Coding<"treatment"> = {
  id: "treatment",
  label: "treatment coding: each level against the reference",
  citation: "Chambers & Hastie 1992, Statistical Models in S, ch. 2",
  reference: () => 0,
  ofReference: 0,
  suffixes: (levels) => levels,
};

const sum: Coding<"sum"> = {
  id: "sum",
  label: "sum coding: each level against the mean of all",
  citation: "Chambers & Hastie 1992, Statistical Models in S, ch. 2",
  reference: (levels) => levels - 1,
  ofReference: -1,
  suffixes: (levels) => levels.map((_, i) => String(i + 1)),
};

/** Codings of categorical moderators, by id. */
export const codings = registry([treatment, sum]);

export type CodingId = keyof typeof codings;
