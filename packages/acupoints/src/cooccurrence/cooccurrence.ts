import { benjaminiHochberg, freeze } from "@acumeta/core";
import { checkOptionsObject, checkPrescriptions } from "../checkArgument.js";
import { byPoint } from "../popularity/popularity.js";
import { ranksDescending } from "../popularity/ranks.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { fisherExact } from "./fisherExact.js";

/** Two points that are prescribed together. */
export interface PointPair {
  readonly a: string;
  readonly b: string;
  /** 1 for the pair in the most trials; pairs in equally many share a rank. */
  readonly rank: number;
  readonly trials: number;
  /** Part of all prescriptions that list both. */
  readonly support: number;
  /** Of the prescriptions with a, the part that lists b too; and the other way round. */
  readonly confidence: { readonly ab: number; readonly ba: number };
  /** How many times more often together than if they were listed independently. */
  readonly lift: number;
  /** Two-sided, Fisher's exact test of independence. */
  readonly p: number;
  /** p adjusted over all pairs of points, seen together or not (Benjamini & Hochberg 1995). */
  readonly q: number;
}

/**
 * The pairs of points that at least `minimumTrials` prescriptions (2 unless given) list together, the most frequent first.
 * Throws `WRONG_ARGUMENT`.
 *
 * Support, confidence and lift: Agrawal, Imieliński & Swami 1993, SIGMOD Record 22:207-216; Brin et al. 1997, ibid. 26:255-264.
 *
 * @example
 * import { cooccurrence } from "@acumeta/acupoints";
 * const common = { conditionGroup: "low-back-pain", n: null, basis: "fixed" };
 * const pairs = cooccurrence([
 *   { trialId: "a", codes: ["BL23", "BL40"], ...common },
 *   { trialId: "b", codes: ["BL23", "BL40"], ...common },
 *   { trialId: "c", codes: ["GV4"], ...common },
 * ]);
 * pairs[0].lift; // => 1.5
 * pairs[0].p; // => 0.3333
 */
export function cooccurrence(
  prescriptions: readonly Prescription[],
  options: { readonly minimumTrials?: number } = {},
): readonly PointPair[] {
  checkPrescriptions(prescriptions);
  checkOptionsObject(options);
  const { minimumTrials = 2 } = options;
  const total = prescriptions.length;
  const listing = [...byPoint(prescriptions)].map(([code, of]) => ({ code, in: new Set(of) }));
  listing.sort((x, y) => x.code.localeCompare(y.code, "en", { numeric: true }));
  const pairs = listing.flatMap((a, i) => listing.slice(i + 1).map((b) => pairOf(a, b, total)));
  const q = benjaminiHochberg(pairs.map(({ p }) => p));
  const ranks = ranksDescending(pairs.map(({ trials }) => trials));
  return freeze(
    pairs
      .map((pair, i) => ({ ...pair, q: q[i]!, rank: ranks[i]! }))
      .filter(({ trials }) => trials >= minimumTrials)
      .sort((x, y) => x.rank - y.rank || y.lift - x.lift),
  );
}

interface Listing {
  readonly code: string;
  readonly in: ReadonlySet<Prescription>;
}

function pairOf(a: Listing, b: Listing, total: number): Omit<PointPair, "q" | "rank"> {
  const both = [...a.in].filter((prescription) => b.in.has(prescription)).length;
  const onlyA = a.in.size - both;
  const onlyB = b.in.size - both;
  return {
    a: a.code,
    b: b.code,
    trials: both,
    support: both / total,
    confidence: { ab: both / a.in.size, ba: both / b.in.size },
    lift: (both * total) / (a.in.size * b.in.size),
    p: fisherExact({ both, onlyA, onlyB, neither: total - both - onlyA - onlyB }),
  };
}
