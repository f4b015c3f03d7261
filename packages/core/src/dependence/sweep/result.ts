import type { Measure } from "../../effects/effect.js";
import type { FixedCoefficient, Multilevel, VarianceComponent } from "../../multilevel/result.js";
import type { Bounds, Warning } from "../../pool/result.js";
import type { VariedPart } from "./options.js";

/** What a model says at one assumed correlation. */
export interface FitAtCorrelation {
  readonly correlation: number;
  readonly coefficients: readonly FixedCoefficient[];
  readonly random: readonly {
    readonly label: string;
    readonly structure: string;
    readonly components: readonly VarianceComponent[];
  }[];
  readonly pi: Bounds | null;
  readonly I2: number | null;
  readonly logLik: number;
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
}

/** The frozen, JSON-serialisable result of {@link overCorrelations}. */
export interface OverCorrelations<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly varied: VariedPart;
  /** In the order of the correlations. */
  readonly fits: readonly FitAtCorrelation[];
  readonly choices: Multilevel["choices"];
}
