import type { Effect, Measure } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, resolveOptions } from "../../pool/options.js";
import { pool } from "../../pool/pool.js";
import type { PooledEffect } from "../../pool/result.js";
import { choose } from "../../registry/choose.js";
import { coefficientOf, weightedLeastSquares } from "../../regression/weightedLeastSquares.js";
import { lineThrough } from "../asymmetry/line.js";
import type { TrimFillEstimator } from "./estimator.js";
import { type TrimFillEstimatorId, trimFillEstimators } from "./estimators.js";
import { trim } from "./trim.js";

/** How to trim and fill. */
export interface TrimFillOptions extends PoolOptions {
  /** An id of `trimFillEstimators`; "L0" unless given. */
  readonly estimator?: TrimFillEstimatorId;
  /**
   * The side of the funnel on which studies are thought to be missing; "auto" unless given: on the right where small
   * studies show smaller effects than large ones (Egger's slope is negative), else on the left.
   */
  readonly side?: "auto" | "left" | "right";
}

/** A study filled in: the mirror image, about the centre, of one that was observed. */
export interface FilledStudy {
  readonly study: string;
  /** The observed study it mirrors. */
  readonly mirrors: string;
  readonly yi: number;
  readonly vi: number;
}

/** The frozen, JSON-serialisable result of {@link trimAndFill}. */
export interface TrimAndFill<M extends Measure = Measure> {
  readonly estimator: string;
  readonly side: "left" | "right";
  /** Studies filled in; null where the estimator is not defined for these effects ("Q0" only). */
  readonly k0: number | null;
  readonly seK0: number | null;
  /** P value of the test that no study is missing; null unless by "R0". */
  readonly p: number | null;
  /** Centre about which the effects were mirrored. */
  readonly centre: number;
  readonly filled: readonly FilledStudy[];
  readonly observed: PooledEffect<M>;
  /** The fit with the studies filled in; null where k₀ is. */
  readonly adjusted: PooledEffect<M> | null;
  readonly iterations: number;
  /** False where k₀ went round in a circle. */
  readonly converged: boolean;
}

/**
 * Trim and fill: how many studies would have to be added on one side to make the funnel symmetric, and the pooled
 * effect with their mirror images. A sensitivity analysis, not a corrected estimate: it takes all asymmetry for missing
 * studies, and works poorly with heterogeneous effects (Peters et al. 2007, Statistics in Medicine 26:4544-4562).
 *
 * @param options `estimator`, `side`, and those of `pool`, by which every step pools.
 *
 * Throws `TOO_FEW_EFFECTS` below 3 studies, `UNKNOWN_CHOICE`, and what `pool` throws.
 * Duval & Tweedie 2000, Biometrics 56:455-463; JASA 95:89-98.
 *
 * @example
 * import { trimAndFill } from "@acumeta/core";
 * const effects = [0.1, 0.2, 0.3, 0.6, 0.9, 1.2].map((yi, i) => (
 *   { study: `s${i}`, measure: "MD", yi, vi: 0.01 * (i + 1) ** 2 } as const
 * ));
 * const filled = trimAndFill(effects, { tau2: "EE", interval: "z" });
 * filled.side; // => "left"
 * filled.k0; // => 3
 * filled.observed.estimate; // => 0.1946
 * filled.adjusted.estimate; // => 0.1347
 */
export function trimAndFill<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { estimator = "L0", side = "auto", ...options }: TrimFillOptions = {},
): TrimAndFill<M> {
  const chosen = choose<TrimFillEstimator>("estimator", trimFillEstimators, estimator);
  checkPoolOptions(options, ["estimator", "side"]);
  const { tau2 } = resolveOptions(options);
  const list: readonly Effect<M>[] = effects;
  const { measure, y, v } = checkEffects(list);
  const k = y.length;
  if (k < 3) throw metaError(messages.tooFewEffects({ k, needed: 3, what: "trim and fill" }));
  const missing = sideOf(side, y, v);
  const { k0, raw, centre, order, iterations, converged } = trim(y, v, {
    sign: missing === "left" ? 1 : -1,
    tau2,
    estimator: chosen,
  });
  const filled = order.slice(k - (k0 ?? 0)).map((place): FilledStudy => {
    const { study, yi, vi } = list[place]!;
    return { study: `${study} (filled)`, mirrors: study, yi: 2 * centre - yi, vi };
  });
  const added = filled.map(({ study, yi, vi }) => ({ study, measure, yi, vi }));
  const fit = (studies: readonly Effect<M>[]) => pool(studies as readonly Effect<M>[] & OneMeasure<M>, options);
  return freeze<TrimAndFill<M>>({
    estimator: chosen.id,
    side: missing,
    k0,
    seK0: raw === null ? null : chosen.standardError(k, raw),
    p: k0 === null || chosen.p === null ? null : chosen.p(k0),
    centre,
    filled,
    observed: fit(list),
    adjusted: k0 === null ? null : fit([...list, ...added]),
    iterations,
    converged,
  });
}

function sideOf(side: "auto" | "left" | "right", y: Float64Array, v: Float64Array): "left" | "right" {
  if (side === "left" || side === "right") return side;
  if (side !== "auto")
    throw metaError(messages.unknownChoice({ option: "side", id: side, known: ["auto", "left", "right"] }));
  const weights = v.map((variance) => 1 / variance);
  const slope = coefficientOf(weightedLeastSquares(lineThrough(v.map(Math.sqrt)), y, weights), 1);
  return slope !== null && slope.value < 0 ? "right" : "left";
}
