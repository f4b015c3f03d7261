import { areSame, both, type ComparedTerm } from "./comparedTerm.js";

/**
 * How many parameters of a term are at a bound where it is a special case of its own, as a correlation of 1 is; Infinity
 * where they are several. null: it is no case of it.
 */
export type AtBound = number | null;

/** Structures by those they hold, all of the same levels in the same groups: with equal variances or correlations of 0. */
const held: Readonly<Record<string, readonly string[]>> = {
  HCS: ["DIAG", "CS"],
  HAR: ["DIAG", "AR"],
  UN: ["DIAG", "CS", "HCS", "AR", "HAR", "CAR"],
};

/** Whether the random effects `full` can be the random effects `reduced`. */
export function holdsTerm(full: ComparedTerm, reduced: ComparedTerm): AtBound {
  if (full.structure === "intercept")
    return reduced.structure === "intercept" && areSame(full.groups, reduced.groups) ? 0 : null;
  if (full.structure === "known") return isSameKnown(full, reduced) ? 0 : null;
  if (reduced.structure === "known") return null;
  if (reduced.structure === "intercept") return holdsIntercept(full, reduced);
  if (!areSame(full.groups, reduced.groups) || !areSame(full.levels, reduced.levels)) return null;
  if (full.structure === reduced.structure) return haveSameOrder(full, reduced) ? 0 : null;
  return held[full.structure]?.includes(reduced.structure) === true &&
    (full.positions === null || reduced.positions === null || haveSameOrder(full, reduced))
    ? 0
    : null;
}

type WithLevels = Extract<ComparedTerm, { readonly positions: unknown }>;
type Intercept = Extract<ComparedTerm, { readonly structure: "intercept" }>;

/** Independent effects of the levels are a correlation of 0, which is a bound of CAR's; an effect of the group one of 1. */
function holdsIntercept(full: WithLevels, { groups }: Intercept): AtBound {
  const { structure, m } = full;
  if (areSame(groups, both(full.groups, full.levels))) return structure === "CAR" ? 1 : 0;
  if (!areSame(groups, full.groups) || structure === "DIAG") return null;
  return structure === "UN" && m > 2 ? Number.POSITIVE_INFINITY : 1;
}

/** Whether an effect of each group and one of each of its levels are, together, a case of `full`: compound symmetry. */
export function holdsNested(full: ComparedTerm, a: ComparedTerm, b: ComparedTerm): boolean {
  if (!("positions" in full) || !["CS", "HCS", "UN"].includes(full.structure)) return false;
  if (a.structure !== "intercept" || b.structure !== "intercept") return false;
  return areSame(a.groups, full.groups) && areSame(b.groups, both(full.groups, full.levels));
}

function haveSameOrder({ positions: a }: WithLevels, { positions: b }: WithLevels): boolean {
  return (a === null && b === null) || (a !== null && b !== null && areSame(a, b));
}

function isSameKnown(a: ComparedTerm, b: ComparedTerm): boolean {
  if (a.structure !== "known" || b.structure !== "known" || !areSame(a.levels, b.levels)) return false;
  return a.correlation.every((row, i) => areSame(row, b.correlation[i]!));
}

/** How many parameters of a term are at a bound where there is no such random effect: a variance, or more. */
export function atBoundWithout(term: ComparedTerm): number {
  return term.structure === "intercept" || term.structure === "known" ? 1 : Number.POSITIVE_INFINITY;
}

/**
 * Whether the covariances of a term's levels are linear in as many parameters as it has: a likelihood ratio against no such
 * effect is then that of a cone, and no larger than χ².
 */
export function isLinear(term: ComparedTerm): boolean {
  return !("m" in term) || term.m === 2 || ["DIAG", "CS", "UN"].includes(term.structure);
}
