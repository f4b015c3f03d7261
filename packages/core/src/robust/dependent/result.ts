import type { Measure } from "../../effects/effect.js";
import type { LeftOutStudy } from "../../formula/missing.js";
import type { FittedStudy, Warning } from "../../pool/result.js";
import type { RobustFit } from "../result.js";

/** An effect, with its share of the weights. */
export interface DependentStudy extends FittedStudy {
  readonly cluster: string;
}

/** What {@link correlatedEffects} and {@link hierarchicalEffects} give. */
export interface DependentFit<M extends Measure = Measure>
  extends Pick<RobustFit, "k" | "clusters" | "clusterSizes" | "coefficients" | "vcov"> {
  readonly measure: M;
  /** Variance between clusters. */
  readonly tau2: number;
  /** Variance within clusters; null for correlated effects, where there is none. */
  readonly omega2: number | null;
  /** Percent of the variation that is heterogeneity; null for hierarchical effects. */
  readonly I2: number | null;
  readonly studies: readonly DependentStudy[];
  readonly leftOut: readonly LeftOutStudy[];
  readonly choices: {
    readonly weights: "correlated" | "hierarchical";
    /** Assumed correlation of sampling errors; null for hierarchical effects, where it is 0. */
    readonly rho: number | null;
    readonly smallSample: boolean;
    readonly level: number;
  };
  readonly warnings: readonly Warning[];
}
