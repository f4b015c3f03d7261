import { sparseGram } from "../../sparse/products.js";
import type { SparseDesign } from "../../sparse/sparseDesign.js";
import { sparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import { networkDesign, treatmentColumns } from "../arrange/networkDesign.js";
import type { NetworkModel } from "../arrange/networkModel.js";
import type { NetworkTrial } from "../arrange/trial.js";
import type { NetworkDesign } from "../result.js";

/** The trials of one design, as a network of their own. */
export interface DesignEvidence {
  /** Its treatments, as places in the network; effects are against the first. */
  readonly places: readonly number[];
  readonly trials: readonly NetworkTrial[];
  readonly design: SparseDesign;
}

/** Every design of a network by itself, in the order of `designs`. */
export function designEvidence(
  designs: readonly NetworkDesign[],
  { trials, treatments }: NetworkModel,
): readonly DesignEvidence[] {
  const byStudy = new Map(trials.map((trial) => [trial.study, trial]));
  return designs.map((each) => {
    const places = each.treatments.map((name) => treatments.indexOf(name));
    const own = each.studies.map((study) => byStudy.get(study)!);
    const column = treatmentColumns(0);
    const { design } = networkDesign(own, places.length - 1, (place) => column(places.indexOf(place)));
    return { places, trials: own, design };
  });
}

/** What a design says of its treatments against the first, pooled at τ². */
export interface PooledDesign {
  readonly effects: Float64Array;
  /** Their covariance and its inverse, row by row. */
  readonly vcov: Float64Array;
  readonly precision: Float64Array;
  readonly Q: number;
  readonly df: number;
}

export function pooledDesign({ design }: DesignEvidence, tau2: number): PooledDesign {
  const { beta, vcov, w, q1, df } = sparseLeastSquares(design, tau2);
  return { effects: beta, vcov: vcov(), precision: sparseGram(design, w), Q: df === 0 ? 0 : q1, df };
}
