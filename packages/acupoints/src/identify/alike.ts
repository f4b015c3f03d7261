import type { PointTrial } from "../model/pointTrials.js";

/** Points that no trial tells apart: each trial has all of them, as much of each, or none. */
export interface AliasedPoints {
  readonly codes: readonly string[];
  /** Trials that have them. */
  readonly trials: readonly string[];
}

/** Two points that one trial alone tells apart. */
export interface NearlyAliased {
  readonly a: string;
  readonly b: string;
  /** The trial that has one without the other. */
  readonly trial: string;
  /** Trials that have both. */
  readonly together: number;
}

/** Sets of points that always come together, the largest first. */
export function aliasedPoints(trials: readonly PointTrial[], codes: readonly string[]): readonly AliasedPoints[] {
  const sets = new Map<string, string[]>();
  for (const code of codes) {
    const pattern = trials.map(({ points }) => points[code] ?? 0).join();
    sets.set(pattern, [...(sets.get(pattern) ?? []), code]);
  }
  return [...sets.values()]
    .filter((set) => set.length > 1)
    .map((set) => ({ codes: set, trials: trials.filter(({ points }) => set[0]! in points).map(({ study }) => study) }))
    .sort((a, b) => b.codes.length - a.codes.length);
}

/** Pairs that at least two trials have together and one trial alone tells apart. */
export function nearlyAliased(trials: readonly PointTrial[], codes: readonly string[]): readonly NearlyAliased[] {
  return codes.flatMap((a, i) =>
    codes.slice(i + 1).flatMap((b): NearlyAliased[] => {
      const differing = trials.filter(({ points }) => points[a] !== points[b]);
      const together = trials.filter(({ points }) => a in points && b in points).length;
      return differing.length === 1 && together > 1 ? [{ a, b, trial: differing[0]!.study, together }] : [];
    }),
  );
}
