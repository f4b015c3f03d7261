import { freeze, metaError } from "@acumeta/core";
import { quantileSorted, standardDeviation } from "simple-statistics";
import { ranksDescending } from "../popularity/ranks.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { averages, estimates, type TrialColumns } from "./averages.js";
import { type Listing, listingOf } from "./listing.js";
import { messages } from "./messages.js";
import { permutations } from "./permutations.js";
import type { NaiveMethod, PointEffect, PointEffects, RankBand } from "./pointEffects.js";
import type { PointTrialEffect } from "./pointTrialEffects.js";

export interface NaiveOptions {
  /** Plain mean (unless given), or random-effects mean (REML). */
  readonly method?: NaiveMethod;
  /** Points in fewer trials are left out; 1 unless given. */
  readonly minimumTrials?: number;
  /** Level of intervals and band; 0.95 unless given. */
  readonly level?: number;
  /** Shuffles for band and p-values; 2000 unless given. */
  readonly permutations?: number;
  /** The same seed gives the same result; 1 unless given. */
  readonly seed?: number;
}

/** What the naive method reads of a trial's effect. */
export type NaiveEffect = Pick<PointTrialEffect, "trialId" | "comparator" | "yi" | "vi" | "n">;

/**
 * The literature's ranking: the average effect of the trials that list a point, for every point, largest first. It says
 * nothing of what a point does: trials use many points at once. So each average comes with the number of trials, an
 * interval, its rank, and with what the same table looks like if points do not matter: the prescriptions are shuffled
 * among the trials with the same comparator, all averages computed again, and the averages at each rank, their spread
 * and each point's distance from the average of all trials compared with those seen.
 *
 * Permutation p = (1 + shuffles at least as extreme)/(1 + shuffles): Phipson & Smyth 2010, Statistical Applications in
 * Genetics and Molecular Biology 9:39.
 *
 * Throws NO_EFFECTS, REPEATED_TRIAL, OPTION_OUT_OF_RANGE.
 *
 * @param prescriptions One for each trial, from `prescriptionsOf`.
 * @param effects One for each trial, from `pointTrialEffects`; trials in only one of the two lists are left out.
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
  const { method = "mean", minimumTrials = 1, level = 0.95, permutations: count = 2000, seed = 1 } = options;
  checkOptions({ minimumTrials, level, count, seed });
  const trials = matched(prescriptions, effects);
  const columns = columnsOf(trials);
  const listing = listingOf(
    trials.map(({ codes }) => codes),
    minimumTrials,
  );
  const everyTrial = listingOf(
    trials.map(() => ["all"]),
    1,
  );
  const order = Int32Array.from(trials, (_, i) => i);

  const { estimate, bounds } = averages(method, listing, columns, { order, level });
  const overall = estimates(method, everyTrial, columns, order)[0]!;
  const shuffled = shuffles(
    { method, listing, columns, overall, estimate },
    permutations(
      trials.map(({ comparator }) => comparator),
      { count, seed },
    ),
  );
  const ranks = ranksDescending(Array.from(estimate));
  const points = listing.codes.map((code, i): PointEffect => {
    const listed = trialsOf(listing, i).map((trial) => trials[trial]!);
    const bound = bounds[i]!;
    return {
      code,
      rank: ranks[i]!,
      k: listed.length,
      n: listed.some(({ n }) => n === null) ? null : listed.reduce((sum, { n }) => sum + n!, 0),
      estimate: estimate[i]!,
      ci: bound === null ? null : { ...bound, level },
      p: (1 + shuffled.asFar[i]!) / (1 + count),
    };
  });
  const observed = spreadOf(estimate);
  return freeze({
    method,
    level,
    trials: trials.length,
    overall: { estimate: overall, k: trials.length },
    points: points.sort(
      (a, b) => a.rank - b.rank || b.k - a.k || a.code.localeCompare(b.code, "en", { numeric: true }),
    ),
    band: bandOf(shuffled.byRank, level),
    spread: {
      observed,
      shuffled: { median: quantile(shuffled.spreads, 0.5), upper: quantile(shuffled.spreads, 0.5 + level / 2) },
      p: (1 + shuffled.spreads.filter((one) => one >= observed - ROUNDING).length) / (1 + count),
    },
    permutations: count,
    seed,
  });
}

/** Sums in another order differ by rounding; what is as extreme must not be told apart from what is seen. */
const ROUNDING = 1e-12;

interface MatchedTrial extends NaiveEffect {
  readonly codes: readonly string[];
}

function matched(prescriptions: readonly Prescription[], effects: readonly NaiveEffect[]): readonly MatchedTrial[] {
  const codesOf = new Map(prescriptions.map(({ trialId, codes }) => [trialId, codes]));
  for (const list of [prescriptions, effects]) {
    const ids = list.map(({ trialId }) => trialId);
    const repeated = ids.find((id, i) => ids.indexOf(id) < i);
    if (repeated !== undefined) throw metaError(messages.repeatedTrial(repeated));
  }
  const trials = effects.flatMap((effect) => {
    const codes = codesOf.get(effect.trialId);
    return codes === undefined ? [] : [{ ...effect, codes }];
  });
  if (trials.length === 0) throw metaError(messages.noEffects());
  return trials;
}

function columnsOf(trials: readonly NaiveEffect[]): TrialColumns {
  return { y: Float64Array.from(trials, ({ yi }) => yi), v: Float64Array.from(trials, ({ vi }) => vi) };
}

function trialsOf({ trials, offsets }: Listing, point: number): readonly number[] {
  return Array.from(trials.subarray(offsets[point]!, offsets[point + 1]!));
}

interface Seen {
  readonly method: NaiveMethod;
  readonly listing: Listing;
  readonly columns: TrialColumns;
  readonly overall: number;
  readonly estimate: Float64Array;
}

/** Over all shuffles: averages by rank, spreads, and how often each point lay as far out as seen. */
function shuffles({ method, listing, columns, overall, estimate }: Seen, orders: Iterable<Int32Array>) {
  const byRank: number[][] = Array.from(estimate, () => []);
  const spreads: number[] = [];
  const asFar = new Int32Array(estimate.length);
  for (const order of orders) {
    const shuffled = estimates(method, listing, columns, order);
    for (let i = 0; i < shuffled.length; i++)
      if (Math.abs(shuffled[i]! - overall) >= Math.abs(estimate[i]! - overall) - ROUNDING) asFar[i]!++;
    spreads.push(spreadOf(shuffled));
    shuffled.sort();
    for (let i = 0; i < shuffled.length; i++) byRank[shuffled.length - 1 - i]!.push(shuffled[i]!);
  }
  return { byRank, spreads, asFar };
}

function spreadOf(values: Float64Array): number {
  return standardDeviation(Array.from(values));
}

function bandOf(byRank: readonly (readonly number[])[], level: number): readonly RankBand[] {
  return byRank.map((values, i) => ({
    rank: i + 1,
    lower: quantile(values, 0.5 - level / 2),
    median: quantile(values, 0.5),
    upper: quantile(values, 0.5 + level / 2),
  }));
}

function quantile(values: readonly number[], p: number): number {
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    p,
  );
}

function checkOptions({
  minimumTrials,
  level,
  count,
  seed,
}: {
  minimumTrials: number;
  level: number;
  count: number;
  seed: number;
}): void {
  const whole = (value: number, from: number) => Number.isSafeInteger(value) && value >= from;
  if (!whole(minimumTrials, 1))
    throw metaError(messages.outOfRange("minimumTrials", minimumTrials, "a whole number from 1"));
  if (!(level > 0 && level < 1)) throw metaError(messages.outOfRange("level", level, "a number between 0 and 1"));
  if (!whole(count, 1)) throw metaError(messages.outOfRange("permutations", count, "a whole number from 1"));
  if (!Number.isSafeInteger(seed)) throw metaError(messages.outOfRange("seed", seed, "a whole number"));
}
