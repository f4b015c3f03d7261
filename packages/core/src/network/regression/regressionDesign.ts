import { semidefiniteCholesky } from "../../linear/cholesky.js";
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
export function regressionDesign(model: ModeratedNetwork) {
  const { p, fixed } = columnCounts(model);
  return { design: networkDesign(model.trials, p, armColumns(model)).design, fixed };
}

/**
 * Fixed columns that follow from those before them in the differences between the arms of each trial, whatever their variances:
 * the slopes and effects that these trials don't tell.
 */
export function columnsThatFollow(model: ModeratedNetwork): readonly number[] {
  const columns = armColumns(model);
  const { fixed } = columnCounts(model);
  const gram = new Float64Array(fixed * fixed);
  for (const [trial, { arms }] of model.trials.entries())
    for (const arm of arms.subarray(1)) {
      const row = new Map<number, number>();
      for (const [column, value] of columns(arm, trial)) row.set(column, value);
      for (const [column, value] of columns(arms[0]!, trial)) row.set(column, (row.get(column) ?? 0) - value);
      for (const [i, a] of row) for (const [j, b] of row) if (i < fixed && j < fixed) gram[i * fixed + j]! += a * b;
    }
  const L = semidefiniteCholesky(gram, fixed);
  return Array.from({ length: fixed }, (_, column) => column).filter(
    (column) => L === null || L[column * (fixed + 1)] === 0,
  );
}

/** All columns, and how many of them, the first ones, are not random. */
function columnCounts({ n, interaction }: ModeratedNetwork): { readonly p: number; readonly fixed: number } {
  const p = n - 1 + { common: 1, independent: n - 1, exchangeable: n }[interaction];
  return { p, fixed: interaction === "exchangeable" ? n : p };
}

function armColumns({ n, reference, x, interaction }: ModeratedNetwork) {
  const own = treatmentColumns(reference);
  return (treatment: number, trial: number): SparseRow =>
    own(treatment).flatMap(([column]) => {
      const places = { common: [0], independent: [column], exchangeable: [0, 1 + column] }[interaction];
      return [[column, 1] as const, ...places.map((place) => [n - 1 + place, x[trial]!] as const)];
    });
}
