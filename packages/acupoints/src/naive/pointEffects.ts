import type { NaiveMethod } from "./methods/index.js";

/** Limits at a level. */
interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** What the literature says of a point, and what it leaves out: interval and chance. */
export interface PointEffect {
  readonly code: string;
  /** 1 for the largest average; points with the same average share a rank. */
  readonly rank: number;
  /** Trials that list the point, with an effect or not: its popularity. */
  readonly trials: number;
  /** Those of them that have an effect. */
  readonly k: number;
  /** Patients of the k trials with an effect; null where any number is not known. */
  readonly n: number | null;
  /** Average effect of the k trials. */
  readonly estimate: number;
  /** null for the mean of a single trial, which shows no spread. */
  readonly ci: Interval | null;
  /** Where shuffled prescriptions put the point's average: the middle part of them, of size `level`. */
  readonly shuffled: Interval;
  /** Twice the smaller of the two parts of shuffles that put the point's average as low, or as high, as it is. */
  readonly p: number;
  /** p adjusted over the points (Benjamini & Hochberg 1995). */
  readonly q: number;
}

/** Where the average at a rank lies when points do not matter. */
export interface RankBand extends Interval {
  readonly rank: number;
  readonly median: number;
}

export interface PointEffects {
  readonly method: NaiveMethod;
  readonly level: number;
  /** Trials with both a list of points and an effect. */
  readonly trials: number;
  /** Average of all these trials by the same method. */
  readonly overall: { readonly estimate: number; readonly k: number };
  /** The largest average first; none where no point is in as many trials as asked for. */
  readonly points: readonly PointEffect[];
  /** For each rank, the band of the averages at it over shuffled prescriptions. */
  readonly band: readonly RankBand[];
  /**
   * Standard deviation of the averages over points, and how often shuffling spread them as far; null with fewer than
   * two points, which can't be spread.
   */
  readonly spread: {
    readonly observed: number;
    readonly shuffled: { readonly median: number; readonly upper: number };
    readonly p: number;
  } | null;
  readonly permutations: number;
  readonly seed: number;
}
