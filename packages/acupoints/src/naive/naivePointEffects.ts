import { choose, freeze } from "@acumeta/core";
import { quantileSorted } from "simple-statistics";
import { checkList, checkOptionsObject, checkPrescriptions } from "../checkArgument.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { middle, upperTail } from "./chance.js";
import { effectsOfPoints, listingOf } from "./listing.js";
import { matchTrials } from "./matchTrials.js";
import type { AverageMethod } from "./methods/averageMethod.js";
import { naiveMethods } from "./methods/index.js";
import { checkNumbers, checkOptions, type NaiveEffect, type NaiveOptions } from "./naiveInput.js";
import { permutations } from "./permutations.js";
import type { PointEffects, RankBand } from "./pointEffects.js";
import { pointRows } from "./pointRows.js";
import { shuffle, spreadOf } from "./shuffles.js";

/**
 * The literature's ranking: the average effect of the trials that list a point, for every point, largest first. It says
 * nothing of what a point does: trials use many points at once. So each average comes with the number of trials, an
 * interval, its rank, and with what the same table looks like if points do not matter: the prescriptions are shuffled
 * among the trials with the same comparator, all averages computed again, and each point's average, the averages at
 * each rank and their spread compared with those seen. A point is held against its own shuffles, in which as many of its
 * trials have each comparator as in truth: it is not low because its trials are against sham and others against nothing.
 *
 *   p = 2 min(1 + #{shuffled ≤ seen}, 1 + #{shuffled ≥ seen})/(1 + shuffles), at most 1
 *
 * The 1 counts what was seen among the shuffles: Phipson & Smyth 2010, Statistical Applications in Genetics and
 * Molecular Biology 9:39. Twice the smaller tail, as shuffled averages may lie askew: Gibbons & Pratt 1975, The American
 * Statistician 29:20-25. q adjusts p over the points. The p of the spread has one tail: only a large one tells.
 *
 * Throws WRONG_ARGUMENT, NO_EFFECTS, REPEATED_TRIAL, NOT_A_VALID_NUMBER, UNKNOWN_CHOICE, OPTION_OUT_OF_RANGE. Where no point is in
 * `minimumTrials` trials, `points` and `band` are empty; with fewer than two points `spread` is null.
 *
 * @param prescriptions One for each trial, from `prescriptionsOf`; those of trials without an effect count in `trials`.
 * @param effects One for each trial, from `pointTrialEffects`; those of trials without a prescription are left out.
 *
 * @example
 * import { naivePointEffects, pointTrialEffects, prescriptionsOf } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * const { prescriptions } = prescriptionsOf(trials);
 * const { points, band, spread } = naivePointEffects(prescriptions, pointTrialEffects(trials).effects);
 * points[0].rank; // => 1
 * points.length === band.length; // => true
 * spread.p > 0.05; // => true
 */
export function naivePointEffects(
  prescriptions: readonly Prescription[],
  effects: readonly NaiveEffect[],
  options: NaiveOptions = {},
): PointEffects {
  checkPrescriptions(prescriptions);
  checkList("effects", effects, "a list of effects, as pointTrialEffects gives");
  checkOptionsObject(options);
  const { method = "mean", minimumTrials = 1, level = 0.95, permutations: count = 2000, seed = 1 } = options;
  const average = choose<AverageMethod>("method", naiveMethods, method);
  checkOptions({ minimumTrials, level, permutations: count, seed });
  checkNumbers(effects);
  const trials = matchTrials(prescriptions, effects);
  const columns = { y: Float64Array.from(trials, ({ yi }) => yi), v: Float64Array.from(trials, ({ vi }) => vi) };
  const lists = trials.map(({ codes }) => codes);
  const listing = listingOf(lists, minimumTrials);
  const seen = effectsOfPoints(listing, columns, Int32Array.from(trials.keys()));
  const estimate = average.estimates(seen);
  const comparators = trials.map(({ comparator }) => comparator);
  const shuffled = shuffle(
    { method: average, listing, columns, seen: estimate },
    permutations(comparators, { count, seed }),
  );
  const limits = average.intervals(seen, level);
  const everyTrial = { ...columns, offsets: Int32Array.of(0, trials.length) };
  return freeze({
    method,
    level,
    trials: trials.length,
    overall: { estimate: average.estimates(everyTrial)[0]!, k: trials.length },
    points: pointRows({ listing, estimate, limits, shuffled: shuffled.byPoint, level }, trials, prescriptions),
    band: shuffled.byRank.map((values, i) => bandAt(i + 1, values, level)),
    spread: estimate.length < 2 ? null : spreadBeside(shuffled.spreads, spreadOf(estimate), level),
    permutations: count,
    seed,
  });
}

function bandAt(rank: number, values: number[], level: number): RankBand {
  return { rank, ...middle(values, level), median: quantileSorted(values, 0.5) };
}

function spreadBeside(shuffled: number[], observed: number, level: number): PointEffects["spread"] {
  return {
    observed,
    shuffled: { median: quantileSorted(shuffled, 0.5), upper: middle(shuffled, level).upper },
    p: upperTail(shuffled, observed),
  };
}
