import { checkLevel } from "../errors/check.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { freeze } from "../numerics/freeze.js";
import type { Interval } from "../pool/result.js";
import {
  cochranQ,
  normalInterval,
  type OwnEffect,
  type RareHeterogeneity,
  type RareStudy,
  studyRow,
} from "./result.js";
import { checkEventsStudies, type EventsStudy } from "./studies.js";
import { doubleZeroOf, type Stratum } from "./zeroCells.js";

/** The frozen, JSON-serialisable result of {@link peto}. */
export interface PetoFit {
  readonly measure: "PETO";
  readonly k: number;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly undefinedBecause: string | null;
  readonly heterogeneity: RareHeterogeneity | null;
  readonly studies: readonly RareStudy[];
  readonly choices: { readonly level: number };
}

/**
 * Peto's one-step log odds ratio Σ(a − E)/ΣV with standard error 1/√ΣV, where E = n₁m/N and V = n₁n₂m(N − m)/(N²(N −
 * 1)), m = a + c: good for rare events, effects that are not large and groups of like size. Studies without events in
 * either group, or with only events, have V = 0 and add nothing; no cell is ever corrected.
 *
 * @param studies `a` events of `n1` patients in group 1 against `c` of `n2` in group 2.
 * @returns Estimate and normal interval, Cochran's Q of the studies' own one-step effects, and a weight for each.
 *
 * Throws `NO_EFFECTS`, `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `LEVEL_OUT_OF_RANGE`.
 * Yusuf, Peto, Lewis, Collins & Sleight 1985, Progress in Cardiovascular Diseases 27:335-371; Cochrane Handbook 10.4.2.
 *
 * @example
 * import { peto } from "@acumeta/core";
 * const fit = peto([
 *   { study: "A", a: 4, n1: 123, c: 11, n2: 139 },
 *   { study: "B", a: 0, n1: 50, c: 3, n2: 48 },
 * ]);
 * fit.estimate; // => -1.0709
 * fit.se; // => 0.4839
 */
export function peto(studies: readonly EventsStudy[], options: { readonly level?: number } = {}): PetoFit {
  checkOptionNames(options, ["level"]);
  const { level = 0.95 } = options;
  checkLevel(level);
  checkEventsStudies(studies);
  const tables = studies.map(observedMinusExpected);
  const own = tables.map(({ difference, variance }): OwnEffect => {
    if (variance === 0) return { yi: null, vi: null, rules: [`no effect of its own: ${doubleZeroOf.patients}`] };
    return { yi: difference / variance, vi: 1 / variance, rules: [] };
  });
  const sum = tables.reduce((before, { difference }) => before + difference, 0);
  const total = tables.reduce((before, { variance }) => before + variance, 0);
  const defined = total > 0 ? { estimate: sum / total, se: Math.sqrt(1 / total) } : null;
  return freeze<PetoFit>({
    measure: "PETO",
    k: studies.length,
    estimate: defined?.estimate ?? null,
    se: defined?.se ?? null,
    ci: defined === null ? null : normalInterval(defined.estimate, defined.se, level),
    undefinedBecause: defined === null ? "no study has events in some patients and not in others" : null,
    heterogeneity: defined === null ? null : cochranQ(own, defined.estimate),
    studies: studies.map(({ study, n1, n2 }, i) =>
      studyRow({ study, n: n1 + n2 }, own[i]!, { weight: tables[i]!.variance, total, level }),
    ),
    choices: { level },
  });
}

/** a − E and V of a table with fixed margins. */
function observedMinusExpected({ a, n1, c, n2 }: Stratum): { readonly difference: number; readonly variance: number } {
  const N = n1 + n2;
  const m = a + c;
  return { difference: a - (n1 / N) * m, variance: (((n1 / N) * n2) / N) * m * ((N - m) / (N - 1)) };
}
