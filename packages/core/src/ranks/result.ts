/** Where a treatment may stand; 1 is best. */
export interface RankInterval {
  /** The mean of its rank over what may be the truth. */
  readonly expected: number;
  /** The best and the worst rank that are not excluded. */
  readonly lower: number;
  readonly upper: number;
}

/** A treatment among others. */
export interface Ranked {
  readonly name: string;
  /** 1 for what is surely best, 0 for what is surely worst. */
  readonly score: number;
  readonly rank: RankInterval;
}

/** What every way of ranking gives: treatments in the order in which they were given, each with what its rank may be. */
export interface Ranking {
  readonly treatments: readonly Ranked[];
  readonly level: number;
  /** How the limits of ranks were found. */
  readonly limits: string;
  /** Precision of the hierarchy (see {@link poth}): 1 for a sure order, 0 where nothing is known of it; null where undefined. */
  readonly poth: number | null;
}
