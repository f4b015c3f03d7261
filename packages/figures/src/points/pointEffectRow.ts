/** What the figures read of a point's naive mean effect, as `naivePointEffects()` of @acumeta/acupoints gives it. */
export interface PointEffectRow {
  /** "LI4". */
  readonly code: string;
  /** Trials that list the point: its popularity. */
  readonly k: number;
  /** Patients of these trials; null where unknown. */
  readonly n: number | null;
  /** Mean effect of the trials that list the point. */
  readonly estimate: number;
  /** null where undefined, as for a point seen once. */
  readonly ci: { readonly lower: number; readonly upper: number; readonly level?: number } | null;
}

/** Where the mean at one rank would lie if points did not matter: limits and median over shuffled prescriptions. */
export interface RankBand {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}
