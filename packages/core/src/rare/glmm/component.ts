/** ln L and its first three derivatives by the linear predictor. */
type Jet = Float64Array;

/** Where a likelihood is largest. */
interface Best {
  /** ±Infinity where the counts are at an end of their range. */
  readonly eta: number;
  /** −(ln L)″ there; 0 where `eta` is infinite. */
  readonly information: number;
  readonly logLik: number;
}

/** A log-concave likelihood of one observed count, by a linear predictor η. */
export interface Component {
  readonly evaluate: (eta: number, jet: Jet) => void;
  readonly best: () => Best;
}

/** A component whose η = `onNuisance` ν + `onEffect` u. */
export interface Part {
  readonly component: Component;
  readonly onNuisance: number;
  readonly onEffect: number;
}

/** What a study tells of its effect u, and of a nuisance parameter ν of its own. */
export interface StudyLikelihood {
  readonly parts: readonly Part[];
  /** Where to look for ν; null where there is none. */
  readonly start: number | null;
}
