import type { Effect, Measure } from "../effects/effect.js";
import { positiveCount } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import { estimate, standardError } from "../pool/estimate.js";
import { normal } from "../pool/interval/normal.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, type ResolvedOptions, resolveOptions } from "../pool/options.js";
import type { Bounds } from "../pool/result.js";
import { uniforms } from "./random.js";
import { signFlips } from "./signFlips.js";

export interface PermutationOptions extends PoolOptions {
  /** All 2ᵏ flips are made where they are no more than this; else so many are drawn. 4,096 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** Whether to find the interval, which takes some forty times as long; true unless given. */
  readonly ci?: boolean;
}

/** What {@link permutationTest} finds. */
export interface PermutationTest {
  readonly k: number;
  readonly estimate: number;
  /** The statistic of the chosen interval, estimate/se; null where se is 0. */
  readonly statistic: number | null;
  readonly p: number;
  /** The values of μ that are not refused; null where not asked for, or where no value can be, since too few flips exist. */
  readonly ci: Bounds | null;
  /** Whether every flip was made. */
  readonly exact: boolean;
  /** Different flips made; exact, half of 2ᵏ, since turning all signs changes nothing. */
  readonly flips: number;
}

/**
 * Permutation test of μ = 0: under it each effect could as well have had the other sign. p is the share of sign flips,
 * the observed one among them, whose statistic is at least as large; each flip is pooled anew, τ² and standard error
 * included. The interval holds the μ₀ that the test of μ = μ₀ does not refuse.
 *
 * Exact up to k = 12 unless `draws` says otherwise. With fewer than 6 studies no p can be below 0.05.
 *
 * Throws what `pool` throws.
 * Follmann & Proschan 1999, Biometrics 55:732-737; Higgins & Thompson 2004, Statistics in Medicine 23:1663-1682.
 *
 * @example
 * import { permutationTest } from "@acumeta/core";
 * const effects = [0.2, 0.5, 0.1, 0.4, 0.3, 0.6].map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: 0.04 }));
 * permutationTest(effects, { tau2: "DL" }).p; // => 0.03125
 */
export function permutationTest<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { draws = 4096, seed = 1, ci = true, ...options }: PermutationOptions = {},
): PermutationTest {
  positiveCount({ draws });
  checkPoolOptions(options, ["draws", "seed", "ci"]);
  const choices = resolveOptions(options);
  const { y, v } = checkEffects<M>(effects);
  const k = y.length;
  const exact = 2 ** k <= draws;
  const signs = signFlips(k, { exact, draws, random: uniforms(seed) });
  const p = (mu: number) =>
    pValue(
      y.map((each) => each - mu),
      v,
      { signs, choices },
    );
  const observed = statisticOf(y, v, choices);
  return freeze({
    k,
    estimate: observed.estimate,
    statistic: Number.isFinite(observed.statistic) ? observed.statistic : null,
    p: p(0),
    ci: ci ? invert(p, observed, choices.level) : null,
    exact,
    flips: signs.length / k,
  });
}

interface Statistic {
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
}

function statisticOf(y: Float64Array, v: Float64Array, { tau2, interval }: ResolvedOptions): Statistic {
  const estimated = estimate(y, v, tau2);
  const { se } = standardError(v, estimated, { rule: interval, fallback: normal });
  const { mean } = estimated.sums;
  return { estimate: mean, se, statistic: mean === 0 ? 0 : mean / se };
}

function pValue(
  y: Float64Array,
  v: Float64Array,
  { signs, choices }: { signs: Int8Array; choices: ResolvedOptions },
): number {
  const k = y.length;
  const flips = signs.length / k;
  const least = Math.abs(statisticOf(y, v, choices).statistic) * (1 - 1e-12);
  const flipped = new Float64Array(k);
  let beyond = 0;
  for (let flip = 0; flip < flips; flip++) {
    for (let i = 0; i < k; i++) flipped[i] = y[i]! * signs[flip * k + i]!;
    if (Math.abs(statisticOf(flipped, v, choices).statistic) >= least) beyond += 1;
  }
  return beyond / flips;
}

/** Where p falls to 1 − level on both sides of the estimate, by bisection, since p moves in steps. */
function invert(p: (mu: number) => number, { estimate, se }: Statistic, level: number): Bounds | null {
  const alpha = 1 - level;
  const limit = (side: 1 | -1) => {
    let inside = 0;
    let outside = Math.max(se, 1e-8 * Math.abs(estimate), Number.MIN_VALUE);
    for (let doublings = 0; p(estimate + side * outside) > alpha; doublings++) {
      if (doublings === MAX_DOUBLINGS) return null;
      inside = outside;
      outside *= 2;
    }
    while (outside - inside > 1e-6 * outside) {
      const middle = 0.5 * (inside + outside);
      if (p(estimate + side * middle) > alpha) inside = middle;
      else outside = middle;
    }
    return estimate + side * inside;
  };
  const lower = limit(-1);
  const upper = lower === null ? null : limit(1);
  return lower === null || upper === null ? null : { lower, upper, level, method: "permutation" };
}

const MAX_DOUBLINGS = 12;
