import { freeze } from "@acumeta/core";
import type { PublishedPoint } from "@acumeta/trials";
import { checkArgument, checkList, hasLists } from "../checkArgument.js";
import type { PointPair } from "../cooccurrence/cooccurrence.js";
import type { PointEffect } from "../naive/pointEffects.js";
import type { PointUse } from "../popularity/popularity.js";
import { type RankAgreement, rankAgreement } from "./rankAgreement.js";

/** What a published list ranks: points by use, points by average effect, pairs of points by use. */
export type PublishedList = "popularity" | "effect" | "pair popularity";

/** A published ranking beside ours. */
export interface PointComparison extends RankAgreement {
  readonly review: string;
  readonly list: PublishedList;
  /** The published order, with our rank of each; null where our trials do not have it. */
  readonly ranks: readonly { readonly item: string; readonly published: number; readonly ours: number | null }[];
  /** How many of the listed items are among as many of ours from the top, and how many would be by chance. */
  readonly overlap: { readonly found: number; readonly expected: number; readonly of: number };
}

/** Our rankings. */
export interface OwnRankings {
  readonly use: readonly PointUse[];
  readonly pairs: readonly PointPair[];
  readonly effects: readonly PointEffect[];
}

/**
 * Our rankings beside each published list of at least two items: Kendall's τ_b and Spearman's ρ over the items that both
 * rank, and how many of its items are among as many of ours from the top. Where ours do not matter, each listed item that
 * we have is there with the same probability, T/N for T of our N with rank ≤ m (more than m where ranks are shared), so
 * that (listed items that we have) × T/N are expected.
 *
 * @example
 * import { compareWithPublished, cooccurrence, popularity, prescriptionsOf } from "@acumeta/acupoints";
 * import { readPublished, readTrials } from "@acumeta/trials";
 * const { prescriptions } = prescriptionsOf(await readTrials("datasets/pain-trials"));
 * const own = { use: popularity(prescriptions), pairs: cooccurrence(prescriptions), effects: [] };
 * const { points } = await readPublished("datasets/published");
 * const kim = compareWithPublished(own, points).find(({ review, list }) => review.startsWith("Kim") && list === "popularity");
 * kim.ranks.map(({ item }) => item); // => ["BL23", "GV3", "BL20", "BL40", "BL25"]
 */
export function compareWithPublished(
  own: OwnRankings,
  published: readonly PublishedPoint[],
): readonly PointComparison[] {
  checkArgument(hasLists(own, ["use", "pairs", "effects"]), "own", own, "an object with use, pairs and effects");
  checkList("published", published, "a list of published points, as readPublished gives");
  const reviews = [...new Set(published.map(({ review }) => review))];
  return freeze(
    reviews.flatMap((review) => {
      const rows = published.filter((row) => row.review === review);
      const points = rows.filter(({ pointOrCombination }) => !pointOrCombination.includes("+"));
      const pairs = rows.filter(({ pointOrCombination }) => pointOrCombination.includes("+"));
      return [
        ...comparison(review, "popularity", ranked(points, "rankPopularity"), ranksOf(own.use)),
        ...comparison(review, "effect", ranked(points, "rankEffect"), ranksOf(own.effects)),
        ...comparison(review, "pair popularity", ranked(pairs, "rankPopularity"), pairRanks(own.pairs)),
      ];
    }),
  );
}

type Ranks = ReadonlyMap<string, number>;

function comparison(review: string, list: PublishedList, published: Ranks, ours: Ranks): readonly PointComparison[] {
  if (published.size < 2) return [];
  const ranks = [...published].map(([item, rank]) => ({ item, published: rank, ours: ours.get(item) ?? null }));
  const both = ranks.flatMap(({ published: theirs, ours: own }) => (own === null ? [] : [[theirs, own] as const]));
  const of = published.size;
  const top = [...ours.values()].filter((rank) => rank <= of).length;
  return [
    {
      review,
      list,
      ranks,
      ...rankAgreement(
        both.map(([theirs]) => theirs),
        both.map(([, own]) => own),
      ),
      overlap: {
        found: ranks.filter((row) => row.ours !== null && row.ours <= of).length,
        expected: both.length === 0 ? 0 : (both.length * top) / ours.size,
        of,
      },
    },
  ];
}

function ranked(rows: readonly PublishedPoint[], by: "rankPopularity" | "rankEffect"): Ranks {
  const listed = rows.flatMap((row) =>
    row[by] === null ? [] : [[canonical(row.pointOrCombination), row[by]] as const],
  );
  return new Map(listed.sort((a, b) => a[1] - b[1]));
}

function ranksOf(own: readonly { readonly code: string; readonly rank: number }[]): Ranks {
  return new Map(own.map(({ code, rank }) => [code, rank]));
}

function pairRanks(own: readonly PointPair[]): Ranks {
  return new Map(own.map(({ a, b, rank }) => [canonical(`${a}+${b}`), rank]));
}

/** The points of a pair in one order, whichever way it was printed. */
function canonical(item: string): string {
  return item
    .split("+")
    .map((code) => code.trim())
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .join("+");
}
