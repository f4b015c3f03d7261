import type { ZeroCellOptions } from "../../effects/zeroCells.js";
import type { OwnEffect } from "../result.js";
import { checkEventsStudies, checkPersonTimeStudies, type EventsStudy, type PersonTimeStudy } from "../studies.js";
import { correctedStrata, type Denominator, doubleZeroOf, isDoubleZero, type Stratum } from "../zeroCells.js";
import type { PooledStrata } from "./measure.js";
import type { ResolvedMantelHaenszel } from "./options.js";

/** Checked rows as strata: events among patients, or in person-time. */
export function strataOf(studies: readonly (EventsStudy | PersonTimeStudy)[], per: Denominator): readonly Stratum[] {
  if (per === "patients") {
    const rows = studies as readonly EventsStudy[];
    checkEventsStudies(rows);
    return rows.map(({ a, n1, c, n2 }) => ({ a, n1, c, n2 }));
  }
  const rows = studies as readonly PersonTimeStudy[];
  checkPersonTimeStudies(rows);
  return rows.map(({ x1, t1, x2, t2 }) => ({ a: x1, n1: t1, c: x2, n2: t2 }));
}

/** The strata that are pooled, and each study's weight among them: 0 where it is left out. */
export function pooledStrata(
  strata: readonly Stratum[],
  { measure, pooledZeroCells, zeroCellUse }: ResolvedMantelHaenszel,
): PooledStrata & { readonly weights: readonly number[] } {
  const used = correctedStrata(strata, measure.per, pooledZeroCells).map((corrected, i) =>
    corrected.dropped ? null : zeroCellUse.pooled(measure, strata[i]!, corrected),
  );
  const kept = used.filter((each) => each !== null);
  return {
    ofEstimate: kept.map(({ ofEstimate }) => ofEstimate),
    ofVariance: kept.map(({ ofVariance }) => ofVariance),
    weights: used.map((each) => (each === null ? 0 : measure.weight(each.ofVariance))),
  };
}

/** Each study's own effect, null where it has none. */
export function ownEffects(
  strata: readonly Stratum[],
  { measure, studyZeroCells, zeroCellUse }: ResolvedMantelHaenszel,
): readonly OwnEffect[] {
  return correctedStrata(strata, measure.per, studyZeroCells).map((corrected, i) => {
    if (corrected.dropped) return { yi: null, vi: null, rules: corrected.rules };
    const { ofEstimate, ofVariance } = zeroCellUse.own(measure, strata[i]!, corrected);
    const yi = measure.effect(ofEstimate);
    const vi = measure.effectVariance(ofVariance);
    if (Number.isFinite(yi) && Number.isFinite(vi) && vi > 0) return { yi, vi, rules: corrected.rules };
    const why = "no effect of its own: a zero cell without correction";
    return { yi: null, vi: null, rules: [...corrected.rules, why] };
  });
}

/** In words: what was done about zero cells, and what double-zero studies count for. */
export function zeroCellRules(
  strata: readonly Stratum[],
  { measure, pooledZeroCells, studyZeroCells }: ResolvedMantelHaenszel,
): readonly string[] {
  const doubleZeros = strata.filter((stratum) => isDoubleZero(stratum, measure.per)).length;
  const added = ({ add, to }: Required<ZeroCellOptions>) => (to === "none" || add === 0 ? "nothing" : `${add} (${to})`);
  const isDifference = measure.scale === "RD" || measure.scale === "IRD";
  const uncorrected = isDifference ? "count, as a difference of 0" : "say nothing of a ratio";
  const counted = added(pooledZeroCells) === "nothing" ? uncorrected : "count, corrected";
  const silent = `${doubleZeros} with ${doubleZeroOf[measure.per]}`;
  return [
    `pooled: ${added(pooledZeroCells)} added to cells`,
    `own effects: ${added(studyZeroCells)} added to cells`,
    ...(doubleZeros === 0
      ? []
      : [
          `pooled: ${silent} ${pooledZeroCells.dropDoubleZero ? "left out" : counted}`,
          `own effects: ${silent} ${studyZeroCells.dropDoubleZero ? "left out" : "kept"}`,
        ]),
  ];
}
