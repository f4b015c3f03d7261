/** How the effects of the trials that list a point were averaged. */
export type NaiveMethod = "mean" | "random-effects";

/** What the literature says of a point, and what it leaves out: interval and chance. */
export interface PointEffect {
  readonly code: string;
  /** 1 for the largest average. */
  readonly rank: number;
  /** Trials that list the point and have an effect. */
  readonly k: number;
  /** Patients of these trials; null where any number is not known. */
  readonly n: number | null;
  /** Average effect of these trials. */
  readonly estimate: number;
  /** null for the mean of a single trial, which shows no spread. */
  readonly ci: { readonly lower: number; readonly upper: number; readonly level: number } | null;
  /** How often shuffled prescriptions put the point at least as far from the average of all trials; two-sided. */
  readonly p: number;
}

/** Where the average at a rank lies when points do not matter. */
export interface RankBand {
  readonly rank: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface PointEffects {
  readonly method: NaiveMethod;
  readonly level: number;
  /** Trials with both a list of points and an effect. */
  readonly trials: number;
  /** Average of all these trials by the same method. */
  readonly overall: { readonly estimate: number; readonly k: number };
  /** The largest average first. */
  readonly points: readonly PointEffect[];
  /** For each rank, the band of the averages at it over shuffled prescriptions. */
  readonly band: readonly RankBand[];
  /** Standard deviation of the averages over points, and how often shuffling spread them as far. */
  readonly spread: {
    readonly observed: number;
    readonly shuffled: { readonly median: number; readonly upper: number };
    readonly p: number;
  };
  readonly permutations: number;
  readonly seed: number;
}
