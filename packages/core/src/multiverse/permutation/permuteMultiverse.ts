import { refit } from "../../diagnostics/refit.js";
import type { Effect } from "../../effects/effect.js";
import { check, finite } from "../../errors/check.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import { type PoolOptions, resolveOptions } from "../../pool/options.js";
import { uniforms } from "../../resample/random.js";
import { signFlips } from "../../resample/signFlips.js";
import { byMeasure } from "../byMeasure.js";
import { fitPlan } from "../fitPlan.js";
import type { MultiverseFit } from "../options.js";
import { type Analysis, planOf } from "../plan.js";
import { readFit } from "../readFit.js";
import { readOptions } from "../readOptions.js";
import type { PermuteMultiverseOptions } from "./options.js";
import type { PermutedMultiverse } from "./result.js";
import { permuted, statisticsOf } from "./statistics.js";
import { turnedEffects } from "./turnedEffects.js";

/**
 * Permutation test of a whole multiverse: could the median of its estimates, and the share of its intervals that exclude no
 * effect, have come about without any effect? Specifications share their data, so that one chance can make many of them
 * exclude it. Without an effect each study could as well have had the other sign: signs are turned by study, the same in
 * all specifications, every different analysis is fitted again, and p is the share of flips, the observed signs among them,
 * whose statistic is at least as large, on either side.
 *
 * @param options Those of {@link multiverse}, of which the data after `prepare` must be effects; `cluster` "study", `flips`
 * 1,000 and `seed` 1 unless given.
 *
 * Exact where 2ᵏ is no more than `flips`; with fewer than 6 studies no p can be below 0.05. Signs are turned after the choices
 * of data: which effects a choice keeps is taken as given, so it should not hang on the signs of effects. A specification that
 * is refused is left out.
 *
 * Throws `MISSING_COLUMN`, `NOT_A_VALID_NUMBER`, what `multiverse` throws, and what a fit throws of turned effects.
 * Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208-1214, for the statistics; Follmann & Proschan 1999,
 * Biometrics 55:732-737, for signs of studies.
 *
 * @example
 * import { permuteMultiverse } from "@acumeta/core";
 * const yi = [0.2, 0.5, 0.1, 0.4, 0.3, 0.6];
 * const effects = yi.map((y, i) => ({ study: `${i}`, measure: "SMD" as const, yi: y, vi: 0.04 }));
 * const { exact, flips, summary } = permuteMultiverse(effects, {
 *   choices: {
 *     trials: { all: null, "without the first": (list) => list.slice(1) },
 *     interval: { HKSJ: { interval: "HKSJ" }, z: { interval: "z" } },
 *   },
 * });
 * [exact, flips]; // => [true, 32]
 * summary[0].median.p; // => 0.03125
 */
export function permuteMultiverse<
  Item extends object,
  Prepared = readonly Item[],
  Options extends object = PoolOptions,
>(data: readonly Item[], options: PermuteMultiverseOptions<readonly Item[], Prepared, Options>): PermutedMultiverse;
export function permuteMultiverse<Data, Prepared = Data, Options extends object = PoolOptions>(
  data: Data,
  options: PermuteMultiverseOptions<Data, Prepared, Options>,
): PermutedMultiverse;
export function permuteMultiverse(data: unknown, options: object): PermutedMultiverse {
  const { dimensions, prepare, fit } = readOptions(options, { usual: quickly, more: ["cluster", "flips", "seed"] });
  const { cluster = "study", flips: draws = 1000, seed = 1 } = options as PermuteMultiverseOptions<unknown>;
  check({ flips: draws }, (n) => Number.isInteger(n) && n >= 1, "a whole number, at least 1");
  finite({ seed });
  const plan = planOf(data, dimensions, prepare);
  const groups = byMeasure(fitPlan(plan, fit)).map(({ measure, different }) => ({
    measure,
    analyses: different.map(({ analysis }) => plan.analyses[analysis - 1]!),
  }));
  const lists = new Set(groups.flatMap(({ analyses }) => analyses.map((analysis) => analysis.data)));
  const { clusters, turn } = turnedEffects(lists, cluster);
  const exact = 2 ** clusters <= draws;
  const signs = signFlips(clusters, { exact, draws, random: uniforms(seed) });
  const flips = signs.length / clusters;
  const statistics = Array.from({ length: flips }, (_, flip) => {
    const turned = turn(signs, flip * clusters);
    const refitted = (analysis: Analysis) => readFit(fit(turned.get(analysis.data), analysis.settings), analysis);
    return groups.map(({ analyses }) => statisticsOf(analyses.map(refitted)));
  });
  return freeze<PermutedMultiverse>({
    clusters,
    exact,
    flips,
    seed: exact ? null : seed,
    summary: groups.map(({ measure, analyses }, group) => ({
      measure,
      analyses: analyses.length,
      median: permuted(statistics.map((each) => each[group]!.median)),
      excluding: permuted(statistics.map((each) => each[group]!.excluding)),
    })),
  });
}

/** As `pool`, without prediction interval and Q-profile. */
function quickly(effects: readonly Effect[], options: PoolOptions): MultiverseFit {
  const { measure, y, v } = checkEffects(effects);
  return { measure, ...refit(y, v, resolveOptions(options)) };
}
