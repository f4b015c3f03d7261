/** A world in which trials of points are made. */
export interface Scenario {
  /** Standard deviation of the points' effects, in SMD; 0: no point matters. */
  readonly sigma: number;
  /** Standard deviation between trials for other reasons. */
  readonly tau: number;
  readonly trials: number;
  readonly points: number;
  /** How far the choice of points goes with what acupuncture was compared with: 0 not at all, 1 wholly. */
  readonly confounding: number;
  /** By how much an effect grows with its standard error, in SMD for each unit: small trials that found nothing stay unpublished. */
  readonly bias: number;
}

/** What goes for every scenario. */
export const world = {
  /** Effects without any point, by what acupuncture was compared with. */
  base: { sham: 0.3, untreated: 0.8 },
  /** Points of a prescription, from and to. */
  length: [4, 12],
  /** Patients of a trial: from and to, most are small. */
  patients: [30, 300],
} as const;

/** Scenarios of a table: no point matters, or they do, with and without confounding and bias. */
export const scenarios: readonly Scenario[] = [0, 0.05, 0.1, 0.2].flatMap((sigma) =>
  [
    { confounding: 0, bias: 0 },
    { confounding: 0.8, bias: 1 },
  ].map((unfair) => ({ sigma, tau: 0.35, trials: 80, points: 60, ...unfair })),
);
