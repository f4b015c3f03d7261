/** A statistic of all analyses of a measure, and the share of flips, the observed signs among them, in which it is as large. */
export interface PermutedStatistic {
  readonly observed: number;
  readonly p: number;
}

/** The analyses of one measure together. */
export interface PermutedSummary {
  readonly measure: string | null;
  /** Different ones, each counted once. */
  readonly analyses: number;
  /** Median of the estimates; p is of its size, whatever its sign. */
  readonly median: PermutedStatistic;
  /** Share of the intervals that exclude no effect, on the side on which more do. */
  readonly excluding: PermutedStatistic;
}

/** The frozen, JSON-serialisable result of `permuteMultiverse`. */
export interface PermutedMultiverse {
  /** Studies, or other clusters, whose signs were turned. */
  readonly clusters: number;
  /** Whether every flip was made. */
  readonly exact: boolean;
  /** Flips made, the observed signs among them; exact, half of 2ᵏ, since turning all signs changes nothing. */
  readonly flips: number;
  /** null where nothing was drawn. */
  readonly seed: number | null;
  /** One for each measure, as they first come. */
  readonly summary: readonly PermutedSummary[];
}
