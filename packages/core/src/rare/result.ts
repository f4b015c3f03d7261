import { chiSquareCdf } from "../numerics/chiSquare.js";
import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import type { Interval } from "../pool/result.js";

/** A test by the χ² distribution. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** Cochran's Q of the studies' own effects about a pooled estimate that did not come from them. */
export interface RareHeterogeneity {
  /** Studies that have an effect of their own. */
  readonly k: number;
  readonly Q: number;
  /** k − 1 */
  readonly df: number;
  readonly p: number;
  /** Percent: 100 max(0, (Q − df)/Q). */
  readonly I2: number;
  /** Q/df; 1 for one study. */
  readonly H2: number;
}

/** One row of a fit. */
export interface RareStudy {
  readonly study: string;
  /** The study's own effect; null where it has none (the last of `rules` says why). */
  readonly yi: number | null;
  readonly vi: number | null;
  readonly se: number | null;
  /** Normal-theory interval of this study at the fit's level. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Percent of the total weight; null where the total is 0. */
  readonly weight: number | null;
  /** Patients in both groups; null for person-time. */
  readonly n: number | null;
  readonly rules: readonly string[];
}

/** P(χ² > statistic); 1 with 0 degrees of freedom. */
export function chiSquareTest(statistic: number, df: number): ChiSquareTest {
  return { statistic, df, p: df === 0 ? 1 : chiSquareCdf(statistic, df, { upper: true }) };
}

/** Normal interval estimate ± z se, with its test. */
export function normalInterval(estimate: number, se: number, level: number): Interval {
  const half = halfWidth(level, { se, df: null });
  const statistic = estimate / se;
  const p = 2 * normalCdf(-Math.abs(statistic));
  return { lower: estimate - half, upper: estimate + half, level, method: "z", se, df: null, statistic, p };
}

/** An effect of a study, or null. */
export interface OwnEffect {
  readonly yi: number | null;
  readonly vi: number | null;
  readonly rules: readonly string[];
}

/**
 * Q = Σ(y − μ)²/v about a pooled μ; null where no study has an effect of its own.
 *
 * Cochran 1954, Biometrics 10:101-129; Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558.
 */
export function cochranQ(effects: readonly OwnEffect[], mean: number): RareHeterogeneity | null {
  let k = 0;
  let Q = 0;
  for (const { yi, vi } of effects) {
    if (yi === null || vi === null) continue;
    k += 1;
    Q += (yi - mean) ** 2 / vi;
  }
  if (k === 0) return null;
  const df = k - 1;
  const { p } = chiSquareTest(Q, df);
  if (df === 0) return { k, Q, df, p, I2: 0, H2: 1 };
  return { k, Q, df, p, I2: Q > df ? 100 * ((Q - df) / Q) : 0, H2: Q / df };
}

/** The row of a study, with its interval and its part of the total weight. */
export function studyRow(
  { study, n }: { readonly study: string; readonly n: number | null },
  { yi, vi, rules }: OwnEffect,
  { weight, total, level }: { weight: number; total: number; level: number },
): RareStudy {
  const part = { study, n, weight: total > 0 ? (100 * weight) / total : null, rules };
  if (yi === null || vi === null) return { ...part, yi: null, vi: null, se: null, lower: null, upper: null };
  const se = Math.sqrt(vi);
  const half = halfWidth(level, { se, df: null });
  return { ...part, yi, vi, se, lower: yi - half, upper: yi + half };
}
