import type { Effect, Measure } from "../effects/effect.js";
import { check } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import { normalCdf } from "../numerics/normal.js";
import { criticalValue } from "../numerics/quantileCache.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import type { PoolOptions } from "../pool/options.js";
import { pool } from "../pool/pool.js";

export interface FunnelOptions extends PoolOptions {
  /** Levels of the contours of significance; 0.9, 0.95 and 0.99 unless given. */
  readonly contours?: readonly number[];
}

/** A study as a point of the funnel. */
export interface FunnelPoint {
  readonly study: string;
  readonly yi: number;
  readonly se: number;
  /** Two-sided p value of the study. */
  readonly p: number;
  /** The highest contour level that the study is significant at; null where at none. */
  readonly beyond: number | null;
}

/** Two straight lines, apex − z·se and apex + z·se, from a standard error of 0 to `maxSe`. */
export interface FunnelLines {
  readonly level: number;
  /** Where both lines meet, at a standard error of 0. */
  readonly apex: number;
  /** Where they end, at `maxSe`. */
  readonly lower: number;
  readonly upper: number;
}

/** The frozen, JSON-serialisable result of {@link funnel}. */
export interface Funnel<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  /** The pooled effect. */
  readonly estimate: number;
  readonly tau2: number;
  /** The largest standard error: the foot of the funnel. */
  readonly maxSe: number;
  readonly points: readonly FunnelPoint[];
  /** Where studies lie in so many of a hundred cases that differ by chance alone about the pooled effect. */
  readonly limits: FunnelLines;
  /** Beyond these, about no effect, a study is significant at the level. */
  readonly contours: readonly FunnelLines[];
}

/**
 * The coordinates of a contour-enhanced funnel plot: studies by effect and standard error, pseudo-confidence limits
 * about the pooled effect, and contours of significance about no effect. Missing studies in the region without
 * significance speak for publication bias, elsewhere for other reasons.
 *
 * @param options Those of `pool` (`level` is that of the limits), and `contours`.
 *
 * Throws what `pool` throws, and `NOT_A_VALID_NUMBER` for a contour outside (0, 1). Ratios stay logarithms.
 * Peters, Sutton, Jones, Abrams & Rushton 2008, Journal of Clinical Epidemiology 61:991-996; Sterne & Egger 2001, ibid.
 * 54:1046-1055.
 *
 * @example
 * import { funnel } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.5, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.16 },
 * ] as const;
 * const plot = funnel(effects, { tau2: "EE", interval: "z" });
 * plot.maxSe; // => 0.4
 * plot.points[1].beyond; // => 0.9
 * plot.contours[1]; // => { level: 0.95, apex: 0, lower: -0.784, upper: 0.784 }
 */
export function funnel<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { contours = [0.9, 0.95, 0.99], ...options }: FunnelOptions = {},
): Funnel<M> {
  for (const [i, level] of contours.entries())
    check({ [`contours[${i}]`]: level }, (value) => value > 0 && value < 1, "a level between 0 and 1");
  const { measure, k, estimate, tau2, studies, choices } = pool(effects, options);
  const maxSe = studies.reduce((most, { se }) => Math.max(most, se), 0);
  const lines = (level: number, apex: number): FunnelLines => {
    const half = criticalValue(level, null) * maxSe;
    return { level, apex, lower: apex - half, upper: apex + half };
  };
  return freeze<Funnel<M>>({
    measure,
    k,
    estimate,
    tau2: tau2.value,
    maxSe,
    points: studies.map(({ study, yi, se }) => {
      const p = 2 * normalCdf(-Math.abs(yi) / se);
      const passed = contours.filter((level) => p < 1 - level);
      return { study, yi, se, p, beyond: passed.length === 0 ? null : Math.max(...passed) };
    }),
    limits: lines(choices.level, estimate),
    contours: contours.map((level) => lines(level, 0)),
  });
}
