import { max, mean, min } from "simple-statistics";
import { rankAgreement } from "../published/rankAgreement.js";

/** What a method says of a point. */
export interface Judged {
  readonly code: string;
  /** How far from the average point. */
  readonly estimate: number;
  /** null where the method has none. */
  readonly ci: { readonly lower: number; readonly upper: number } | null;
}

/** How well a method did in one replicate. */
export interface Judgement {
  /** Largest less smallest estimate. */
  readonly range: number;
  /** The largest estimate: what the "best" point is said to add. */
  readonly best: number;
  /** Share of points whose interval leaves out 0: said to differ from the average point. */
  readonly differing: number;
  /** Whether any point is. */
  readonly anyDiffers: boolean;
  /** Share of intervals that hold the truth. */
  readonly coverage: number | null;
  /** Spearman's correlation of estimates with the truth, 0 where all estimates are alike; null where points do not differ. */
  readonly spearman: number | null;
  /** The chance of the truly best of these points to be among the five said to be, those that are alike sharing their places. */
  readonly bestInTop5: number | null;
}

/** A method's estimates beside the truth, both as differences from the average of the points judged. */
export function judge(judged: readonly Judged[], truth: ReadonlyMap<string, number>): Judgement {
  const values = judged.map(({ code }) => truth.get(code)!);
  const centre = mean(values);
  const own = values.map((value) => value - centre);
  const estimates = judged.map(({ estimate }) => estimate);
  const isDifferent = own.some((value) => value !== 0);
  const withCi = judged.flatMap(({ ci }, i) => (ci === null ? [] : [{ ...ci, truth: own[i]! }]));
  const differing = withCi.filter(({ lower, upper }) => lower > 0 || upper < 0).length;
  const bestTruly = own.indexOf(max(own));
  const better = estimates.filter((estimate) => estimate > estimates[bestTruly]!).length;
  const alike = estimates.filter((estimate) => estimate === estimates[bestTruly]).length;
  return {
    range: max(estimates) - min(estimates),
    best: max(estimates),
    differing: withCi.length === 0 ? 0 : differing / withCi.length,
    anyDiffers: differing > 0,
    coverage:
      withCi.length === 0
        ? null
        : mean(withCi.map(({ lower, upper, truth: is }) => (lower <= is && is <= upper ? 1 : 0))),
    spearman: isDifferent ? (rankAgreement(estimates, own).spearman ?? 0) : null,
    bestInTop5: isDifferent ? Math.min(1, Math.max(0, (5 - better) / alike)) : null,
  };
}
