import { semidefiniteCholesky } from "../../linear/cholesky.js";
import { sparseGram } from "../../sparse/products.js";
import type { SparseRow } from "../../sparse/sparseDesign.js";
import { networkDesign, treatmentColumns } from "../arrange/networkDesign.js";
import type { NetworkTrial } from "../arrange/trial.js";
import type { NetworkInteraction } from "./interactions.js";

/** A network whose effects change with a moderator of the trial, x less its centre. */
export interface ModeratedNetwork {
  readonly trials: readonly NetworkTrial[];
  /** Treatments, and the place of the reference. */
  readonly n: number;
  readonly reference: number;
  /** The moderator of each trial, less the centre. */
  readonly x: Float64Array;
  readonly interaction: NetworkInteraction;
}

/**
 * Columns of the treatments but the reference; then the slope of all of them against it, or one of each; for exchangeable slopes
 * their mean and then the differences from it, which are random.
 */
export function regressionDesign({ trials, n, reference, x, interaction }: ModeratedNetwork) {
  const own = treatmentColumns(reference);
  const slopes = { common: 1, independent: n - 1, exchangeable: n }[interaction];
  const { design } = networkDesign(
    trials,
    n - 1 + slopes,
    (treatment, trial): SparseRow =>
      own(treatment).flatMap(([column]) => {
        const places = { common: [0], independent: [column], exchangeable: [0, 1 + column] }[interaction];
        return [[column, 1] as const, ...places.map((place) => [n - 1 + place, x[trial]!] as const)];
      }),
  );
  return { design, fixed: interaction === "exchangeable" ? n : n - 1 + slopes };
}

/** Columns, of the first so many, that follow from those before them. */
export function columnsThatFollow({ design, fixed }: ReturnType<typeof regressionDesign>): readonly number[] {
  const { p } = design;
  const gram = sparseGram(
    design,
    design.v.map((variance) => 1 / variance),
  );
  const L = semidefiniteCholesky(gram, p)!;
  return Array.from({ length: fixed }, (_, column) => column).filter((column) => L[column * (p + 1)] === 0);
}
