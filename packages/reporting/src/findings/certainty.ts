/** How certain reviewers are that the true effect lies near the estimate, with the sign of GRADE (Balshem et al. 2011, J Clin Epidemiol 64:401-406). */
export const certainties = {
  high: { label: "high", sign: "⊕⊕⊕⊕" },
  moderate: { label: "moderate", sign: "⊕⊕⊕◯" },
  low: { label: "low", sign: "⊕⊕◯◯" },
  "very low": { label: "very low", sign: "⊕◯◯◯" },
} as const;

export type CertaintyRating = keyof typeof certainties;

/** A rating, which is yours: none is computed. */
export interface Certainty {
  readonly rating: CertaintyRating;
  /** Why it was rated down or up: "imprecision: the interval includes no effect". */
  readonly reasons: readonly string[];
}
