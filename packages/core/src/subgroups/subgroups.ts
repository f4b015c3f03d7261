import type { Effect, Measure } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, type ResolvedOptions, resolveOptions } from "../pool/options.js";
import { pool } from "../pool/pool.js";
import type { PooledEffect, Tau2, Warning } from "../pool/result.js";
import { weighted } from "../pool/weighted.js";
import { betweenGroups, type QTest, qTest } from "./between.js";
import { commonTau2 } from "./commonTau2.js";
import { differencesBetween, type GroupDifference } from "./differences.js";
import { fitAtTau2 } from "./fitAtTau2.js";
import { type GroupBy, groupsOf } from "./grouping.js";

/** How to pool by group. */
export interface SubgroupOptions<M extends Measure = Measure> extends PoolOptions {
  /** The name of a value that each effect has besides, as "sham"; a label for each effect; or a function that makes it. */
  readonly by: GroupBy<M>;
  /** One τ² for all groups, estimated within them; each its own unless true. */
  readonly commonTau2?: boolean;
}

/** One group. */
export interface Subgroup<M extends Measure = Measure> {
  readonly label: string;
  /** As of `pool`; at the common τ² where that is chosen. */
  readonly fit: PooledEffect<M>;
  /** Its common-effect mean. */
  readonly fixed: { readonly estimate: number; readonly se: number };
}

/** What {@link subgroups} gives. */
export interface Subgroups<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  /** In the order in which their labels first come. */
  readonly groups: readonly Subgroup<M>[];
  /** The fit without regard to groups. */
  readonly overall: PooledEffect<M>;
  /** The τ² of all groups; null where each has its own. */
  readonly commonTau2: Tau2 | null;
  /**
   * Do the groups differ? `random`: by the estimates and standard errors of their fits, null where one of these is 0
   * (Hartung-Knapp, effects of a group that are all the same). `fixed`: by their common-effect means.
   */
  readonly between: { readonly random: QTest | null; readonly fixed: QTest };
  /** Do the studies of a group differ? Cochran's Q about the mean of the group, summed: `overall` Q is this and `between.fixed`. */
  readonly within: QTest;
  /** Each group less each before it. */
  readonly differences: readonly GroupDifference[];
  readonly warnings: readonly Warning[];
}

/**
 * Subgroup analysis: pools the effects of each group, tests whether the groups differ, and gives their differences, which
 * say more than whether one group is significant and another not. Q between is
 * that of the standard errors of the chosen interval, on the number of groups less 1; the differences have normal
 * intervals, so that for two groups both give one p.
 *
 * @param options As of `pool`, with `by` and `commonTau2`. A common τ² is better estimated where groups are small, and
 * makes them differ in the mean alone (a meta-regression on the groups). It has its Q-profile interval and no standard error.
 *
 * A group of one study is that study, with an interval by "z" and the warning `SINGLE_STUDY`. Groups of five studies or
 * fewer with a τ² of their own give the warning `FEW_IN_GROUP`.
 *
 * Throws `ONE_GROUP`, `NO_GROUP` (a study without a label), `BAD_GROUPING`, `UNEQUAL_COLUMNS`, and what `pool` throws.
 * Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, ch. 19.
 *
 * @example
 * import { subgroups } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02, comparator: "sham" },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.02, comparator: "sham" },
 *   { study: "C", measure: "SMD", yi: 0.6, vi: 0.02, comparator: "none" },
 *   { study: "D", measure: "SMD", yi: 0.8, vi: 0.02, comparator: "none" },
 * ] as const;
 * const { groups, between, differences } = subgroups(effects, { by: "comparator", interval: "z" });
 * groups.map(({ label, fit }) => [label, fit.estimate]); // => [["sham", 0.2], ["none", 0.7]]
 * between.random; // => { Q: 12.5, df: 1, p: 0.0004 }
 * differences[0].estimate; // => 0.5
 * subgroups(effects, { by: "comparater" }); // throws BAD_GROUPING
 */
export function subgroups<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { by, commonTau2: isCommon = false, ...options }: SubgroupOptions<M>,
): Subgroups<M> {
  checkPoolOptions(options, ["by", "commonTau2"]);
  const choices = resolveOptions(options);
  const list: readonly Effect<M>[] = effects;
  const { measure } = checkEffects(list);
  const fitOf = (some: readonly Effect<M>[]) => pool<M>(some as typeof effects, options);
  const parts = groupsOf(list, by).map(([label, members]) => ({ label, members, ...columnsOf(members) }));
  const tau2 = isCommon ? commonTau2(parts, choices) : null;
  const groups = parts.map(({ label, members, y, v }): Subgroup<M> => {
    const own = fitOf(members);
    const { mean, w1 } = weighted(y, v, 0);
    const fit = tau2 === null ? own : fitAtTau2(own, members, { tau2, choices });
    return { label, fit, fixed: { estimate: mean, se: Math.sqrt(1 / w1) } };
  });
  const compared = groups.map(({ label, fit: { estimate, ci } }) => ({ label, estimate, se: ci.se }));
  return freeze<Subgroups<M>>({
    measure,
    k: list.length,
    groups,
    overall: fitOf(list),
    commonTau2: tau2,
    between: { random: betweenGroups(compared), fixed: betweenGroups(groups.map(({ fixed }) => fixed))! },
    within: withinGroups(groups),
    differences: differencesBetween(compared, { measure, level: choices.level }),
    warnings: isCommon ? [] : fewInGroups(groups, choices),
  });
}

function columnsOf(effects: readonly Effect[]) {
  return { y: Float64Array.from(effects, ({ yi }) => yi), v: Float64Array.from(effects, ({ vi }) => vi) };
}

function withinGroups(groups: readonly Subgroup[]): QTest {
  const sum = (of: (fit: PooledEffect) => number) => groups.reduce((total, { fit }) => total + of(fit), 0);
  return qTest(
    sum(({ heterogeneity }) => heterogeneity.Q),
    sum(({ k }) => k - 1),
  );
}

/** Borenstein et al. 2009, ch. 19: with five studies or fewer in a group, τ² is better pooled. */
const FEW = 5;

function fewInGroups(groups: readonly Subgroup[], { tau2 }: ResolvedOptions): readonly Warning[] {
  const few = groups.filter(({ fit }) => fit.k > 1 && fit.k <= FEW);
  if (few.length === 0 || tau2.id === "EE") return [];
  const studies = few.flatMap(({ fit }) => fit.studies.map(({ study }) => study));
  return [texts.fewInGroup({ groups: few.map(({ label }) => label), studies })];
}
