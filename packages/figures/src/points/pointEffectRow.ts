/** What the figures read of a point's naive mean effect, as `naivePointEffects()` of @acumeta/acupoints gives it. */
export interface PointEffectRow {
  /** "LI4". */
  readonly code: string;
  /** 1 for the highest mean; points with the same mean share a rank. */
  readonly rank: number;
  /** Trials that list the point, with an effect or not: its popularity. */
  readonly trials: number;
  /** Those of them that have an effect. */
  readonly k: number;
  /** Patients of the k trials with an effect; null where unknown. */
  readonly n: number | null;
  /** Mean effect of the k trials. */
  readonly estimate: number;
  /** null where undefined, as for a point seen once. */
  readonly ci: { readonly lower: number; readonly upper: number; readonly level?: number } | null;
  /** Where shuffled prescriptions put the point's mean; null where it is not known. */
  readonly shuffled: { readonly lower: number; readonly upper: number; readonly level?: number } | null;
}

/** Where the mean at one rank would lie if points did not matter: limits and median over shuffled prescriptions. */
export interface RankBand {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly level?: number;
}
