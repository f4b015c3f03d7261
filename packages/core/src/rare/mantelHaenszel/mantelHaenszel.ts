import type { Measure } from "../../effects/effect.js";
import { freeze } from "../../numerics/freeze.js";
import type { Interval } from "../../pool/result.js";
import {
  type ChiSquareTest,
  cochranQ,
  normalInterval,
  type RareHeterogeneity,
  type RareStudy,
  studyRow,
} from "../result.js";
import { type AssociationTests, associationTests } from "./association.js";
import { oddsRatioHomogeneity } from "./breslowDay.js";
import {
  type MantelHaenszelOptions,
  type MantelHaenszelStudies,
  type ResolvedMantelHaenszel,
  resolveMantelHaenszel,
} from "./options.js";
import { ownEffects, pooledStrata, strataOf, zeroCellRules } from "./strata.js";

/** The frozen, JSON-serialisable result of {@link mantelHaenszel}. */
export interface MantelHaenszelFit {
  readonly measure: Measure;
  readonly k: number;
  /**
   * Pooled estimate (ratios as logarithms), its standard error and interval; null where `undefinedBecause` says why.
   */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly undefinedBecause: string | null;
  /** null where no study has an effect of its own, or there is no estimate. */
  readonly heterogeneity: RareHeterogeneity | null;
  readonly association: AssociationTests;
  /**
   * Breslow and Day's, and Tarone's, test that the odds ratio is one; null for other measures or without an estimate.
   */
  readonly breslowDay: ChiSquareTest | null;
  readonly tarone: ChiSquareTest | null;
  readonly studies: readonly RareStudy[];
  /** What was done about zero cells and studies without events. */
  readonly rules: readonly string[];
  readonly choices: MantelHaenszelChoices;
}

/** What made a result. */
export interface MantelHaenszelChoices
  extends Pick<ResolvedMantelHaenszel, "level" | "correct" | "pooledZeroCells" | "studyZeroCells"> {
  readonly measure: string;
  readonly zeroCellUse: string;
  readonly variance: string;
}

/**
 * Mantel-Haenszel pooled odds ratio, risk ratio, risk difference, rate ratio or rate difference, a common effect that
 * stays good where events are rare: no cell is corrected in pooling unless `pooledZeroCells` says so.
 *
 * @param studies `{ study, a, n1, c, n2 }` (`a` events of `n1` patients against `c` of `n2`), or
 * `{ study, x1, t1, x2, t2 }` for "IRR" and "IRD". Group 1 against group 2.
 * @param options `measure`, and see {@link MantelHaenszelOptions}. What R's `meta` does:
 * `{ pooledZeroCells: { to: "only0", dropDoubleZero: true }, zeroCellUse: "meta", variance: "Greenland-Robins" }`, for
 * "RD" with `dropDoubleZero` false there and in `studyZeroCells`.
 * @returns Estimate and normal interval, Cochran's Q of the studies' own effects about it, tests of association, and
 * for odds ratios of homogeneity. Studies without events in either group add nothing to a ratio and are said so in
 * `rules`.
 *
 * Throws `NO_EFFECTS`, `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`.
 * Sources of each formula: `mantelHaenszelMeasures`. Cochrane Handbook 10.4.1.
 *
 * @example
 * import { mantelHaenszel } from "@acumeta/core";
 * const studies = [
 *   { study: "A", a: 4, n1: 123, c: 11, n2: 139 },
 *   { study: "B", a: 0, n1: 50, c: 3, n2: 48 },
 * ];
 * const fit = mantelHaenszel(studies, { measure: "OR" });
 * fit.estimate; // => -1.2059
 * fit.se; // => 0.5762
 * fit.association.CMH.p; // => 0.0487
 */
export function mantelHaenszel<M extends keyof MantelHaenszelStudies>(
  studies: readonly MantelHaenszelStudies[M][],
  options: MantelHaenszelOptions<M>,
): MantelHaenszelFit {
  const choices = resolveMantelHaenszel(options);
  const { measure, level } = choices;
  const observed = strataOf(studies, measure.per);
  const strata = pooledStrata(observed, choices);
  const own = ownEffects(observed, choices);
  const pooled = measure.pooled(strata, choices.variance);
  const defined = "estimate" in pooled ? { estimate: pooled.estimate, se: Math.sqrt(pooled.variance) } : null;
  const homogeneity =
    defined !== null && measure.id === "OR"
      ? oddsRatioHomogeneity(strata.ofVariance, Math.exp(defined.estimate))
      : null;
  const total = strata.weights.reduce((sum, weight) => sum + weight, 0);
  return freeze<MantelHaenszelFit>({
    measure: measure.scale,
    k: studies.length,
    estimate: defined?.estimate ?? null,
    se: defined?.se ?? null,
    ci: defined === null ? null : normalInterval(defined.estimate, defined.se, level),
    undefinedBecause: "undefinedBecause" in pooled ? pooled.undefinedBecause : null,
    heterogeneity: defined === null ? null : cochranQ(own, defined.estimate),
    association: associationTests(strata.ofVariance, measure.per, choices.correct),
    breslowDay: homogeneity?.breslowDay ?? null,
    tarone: homogeneity?.tarone ?? null,
    studies: studies.map(({ study }, i) => {
      const { n1, n2 } = observed[i]!;
      const row = { study, n: measure.per === "patients" ? n1 + n2 : null };
      return studyRow(row, own[i]!, { weight: strata.weights[i]!, total, level });
    }),
    rules: zeroCellRules(observed, choices),
    choices: {
      ...choices,
      measure: measure.id,
      zeroCellUse: choices.zeroCellUse.id,
      variance: choices.variance.id,
    },
  });
}
