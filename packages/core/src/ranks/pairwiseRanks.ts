import { criticalValue } from "../numerics/quantileCache.js";
import type { Differences } from "./differences.js";
import type { RankInterval } from "./result.js";
import { superiority } from "./superiority.js";

interface Wanted {
  readonly df: number | null;
  readonly level: number;
  readonly mid?: number;
}

/** What pairwise comparisons tell of each treatment: its score and the limits of its rank. */
export interface PairwiseRanks {
  /** The mean of the probabilities with which it beats another one. */
  readonly scores: readonly number[];
  readonly ranks: readonly RankInterval[];
  readonly superiority: Float64Array;
}

/**
 * Scores as mean probabilities, and ranks from the intervals of the n − 1 comparisons of each treatment, at a level by which
 * all n − 1 hold together (Bonferroni): a rank is 1 + the number of treatments that are better by at least `mid`.
 */
export function pairwiseRanks(differences: Differences, { df, level, mid = 0 }: Wanted): PairwiseRanks {
  const { difference, se } = differences;
  const n = Math.sqrt(difference.length);
  const probabilities = superiority(differences, { df, mid });
  const critical = criticalValue(1 - (1 - level) / (n - 1), df);
  const scores: number[] = [];
  const ranks: RankInterval[] = [];
  for (let i = 0; i < n; i++) {
    let won = 0;
    let lost = 0;
    let better = 0;
    let worse = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      won += probabilities[i * n + j]!;
      lost += probabilities[j * n + i]!;
      const beyond = difference[j * n + i]! - mid;
      const half = se[i * n + j]! === 0 ? 0 : critical * se[i * n + j]!;
      if (beyond - half > 0) better += 1;
      if (beyond + half < 0) worse += 1;
    }
    scores.push(won / (n - 1));
    ranks.push({ expected: 1 + lost, lower: 1 + better, upper: n - worse });
  }
  return { scores, ranks, superiority: probabilities };
}
