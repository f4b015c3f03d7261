import { freeze } from "@acumeta/core";
import { quantileSorted } from "simple-statistics";
import { checkArgument, checkList, checkOptionsObject } from "../checkArgument.js";
import { middle } from "../naive/chance.js";
import { permutations } from "../naive/permutations.js";
import { type RankAgreement, rankAgreement } from "./rankAgreement.js";

/** Something ranked by a value: more is better. */
export interface RankedItem {
  readonly name: string;
  readonly value: number;
}

/** How to compare rankings. */
export interface CompareRankingsOptions {
  /** How far down the top is looked at; 5 unless given, and no more than there are items. */
  readonly depth?: number;
  /** Shuffles; 2,000 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** 0.95 unless given. */
  readonly level?: number;
}

/** A measure of agreement beside what chance gives. */
export interface AgreementBesideChance {
  readonly value: number | null;
  /** The middle part, of size `level`, of the shuffles; null where there is no value. */
  readonly chance: { readonly median: number; readonly lower: number; readonly upper: number } | null;
  /** (1 + shuffles that agree as well)/(1 + shuffles): one-sided; null where there is no value. */
  readonly p: number | null;
}

/** The frozen, JSON-serialisable result of {@link compareRankings}. */
export interface RankingComparison {
  /** Items that both rank. */
  readonly items: number;
  readonly kendall: AgreementBesideChance;
  readonly spearman: AgreementBesideChance;
  /** The mean share of items in common among the first, the first two, … up to `depth`: what is on top counts most. */
  readonly overlap: AgreementBesideChance & { readonly depth: number };
  readonly draws: number;
  readonly seed: number;
  readonly level: number;
}

/**
 * How far two rankings of the same items agree, as popularity and effect of points: Kendall's τ_b, Spearman's ρ, and the average
 * overlap of their tops, each beside what it would be if one ranking were shuffled. Items that only one has are left out; of items
 * that share the last places each counts by its chance to be among them.
 *
 * Throws `WRONG_ARGUMENT`. Kendall 1945, Biometrika 33:239-251; Spearman 1904, American Journal of Psychology 15:72-101; Fagin, Kumar &
 * Sivakumar 2003, SIAM Journal on Discrete Mathematics 17:134-160 (average overlap).
 *
 * @example
 * import { compareRankings } from "@acumeta/acupoints";
 * const use = [{ name: "BL23", value: 12 }, { name: "GV3", value: 9 }, { name: "BL20", value: 7 }, { name: "GB30", value: 2 }];
 * const effect = [{ name: "BL23", value: 0.2 }, { name: "GV3", value: 0.4 }, { name: "BL20", value: 0.5 }, { name: "GB30", value: 0.3 }];
 * const { kendall, overlap } = compareRankings(use, effect, { depth: 2, draws: 99 });
 * kendall.value; // => -0.3333
 * overlap.value; // => 0.25
 */
export function compareRankings(
  a: readonly RankedItem[],
  b: readonly RankedItem[],
  options: CompareRankingsOptions = {},
): RankingComparison {
  for (const [argument, list] of Object.entries({ a, b })) {
    checkList(argument, list, "a list of { name, value }");
    const isRanked = list.every(({ name, value }) => typeof name === "string" && Number.isFinite(value));
    const isOnce = new Set(list.map(({ name }) => name)).size === list.length;
    checkArgument(isRanked && isOnce, argument, list, "a list of { name, value }, each name once, with finite values");
  }
  checkOptionsObject(options);
  const { depth: wanted = 5, draws = 2000, seed = 1, level = 0.95 } = options;
  for (const [option, value] of Object.entries({ depth: wanted, draws }))
    checkArgument(Number.isSafeInteger(value) && value >= 1, option, value, "a whole number from 1");
  checkArgument(Number.isSafeInteger(seed), "seed", seed, "a whole number");
  checkArgument(level > 0 && level < 1, "level", level, "a number between 0 and 1");
  const ofB = new Map(b.map(({ name, value }) => [name, value]));
  const both = a.flatMap(({ name, value }) => (ofB.has(name) ? [{ one: value, other: ofB.get(name)! }] : []));
  const one = both.map((item) => item.one);
  const other = both.map((item) => item.other);
  const depth = Math.min(wanted, both.length);
  const measured = (values: readonly number[]) => ({
    ...rankAgreement(one, values),
    overlap: depth === 0 ? null : averageOverlap(one, values, depth),
  });
  const seen = measured(other);
  const shuffles = shufflesOf(other, { draws, seed }).map(measured);
  const beside = (pick: (agreement: RankAgreement & { readonly overlap: number | null }) => number | null) =>
    besideChance(pick(seen), shuffles.map(pick), level);
  return freeze<RankingComparison>({
    items: both.length,
    kendall: beside(({ kendallTauB }) => kendallTauB),
    spearman: beside(({ spearman }) => spearman),
    overlap: { ...beside(({ overlap }) => overlap), depth },
    draws,
    seed,
    level,
  });
}

function shufflesOf(values: readonly number[], { draws, seed }: { readonly draws: number; readonly seed: number }) {
  if (values.length === 0) return [];
  const orders = permutations(
    values.map(() => "all"),
    { count: draws, seed },
  );
  return Array.from(orders, (order) => Array.from(order, (place) => values[place]!));
}

const SAME = 1e-12;

function besideChance(
  value: number | null,
  shuffled: readonly (number | null)[],
  level: number,
): AgreementBesideChance {
  if (value === null) return { value, chance: null, p: null };
  const sorted = shuffled.map((each) => each!).sort((x, y) => x - y);
  const { lower, upper } = middle(sorted, level);
  return {
    value,
    chance: { median: quantileSorted(sorted, 0.5), lower, upper },
    p: (1 + sorted.filter((each) => each >= value - SAME).length) / (1 + sorted.length),
  };
}

function averageOverlap(a: readonly number[], b: readonly number[], depth: number): number {
  let sum = 0;
  for (let d = 1; d <= depth; d++) {
    const [inA, inB] = [amongFirst(a, d), amongFirst(b, d)];
    sum += inA.reduce((common, chance, i) => common + chance * inB[i]!, 0) / d;
  }
  return sum / depth;
}

/** The chance of each item to be among the first d, where equal values share their places. */
function amongFirst(values: readonly number[], d: number): readonly number[] {
  return values.map((value) => {
    const better = values.filter((other) => other > value).length;
    const same = values.filter((other) => other === value).length;
    return Math.min(1, Math.max(0, (d - better) / same));
  });
}
