import { type SparseDesign, type SparseRow, sparseDesign } from "../../sparse/sparseDesign.js";
import type { NetworkModel } from "./networkModel.js";
import type { NetworkTrial } from "./trial.js";
import { logDeterminantOfU, whiten } from "./whiten.js";

interface Row {
  readonly x: SparseRow;
  readonly y: number;
  readonly v: number;
}

/**
 * The design of a network: a column for each treatment but the reference, or, with `columnsOf`, whatever columns say what a
 * treatment's effect in a trial is made of, Σ value β over [column, value]; `p` columns in all.
 */
export function networkDesign(
  trials: readonly NetworkTrial[],
  p: number,
  columnsOf: (treatment: number, trial: number) => SparseRow,
): { readonly design: SparseDesign; readonly trialOf: Int32Array; readonly logU: number } {
  const rows: Row[] = [];
  const trialOf: number[] = [];
  let logU = 0;
  for (let s = 0; s < trials.length; s++) {
    const trial = trials[s]!;
    const t = trial.arms.length;
    if (t > 2) logU += logDeterminantOfU(t);
    for (const { c, y, v } of whiten(trial)) {
      rows.push({ x: combined(trial.arms, c, (treatment) => columnsOf(treatment, s)), y, v });
      trialOf.push(s);
    }
  }
  return { design: sparseDesign(p, rows), trialOf: Int32Array.from(trialOf), logU };
}

function combined(arms: Int32Array, c: Float64Array, columnsOf: (treatment: number) => SparseRow): SparseRow {
  const sums = new Map<number, number>();
  for (let a = 0; a < arms.length; a++)
    for (const [column, value] of columnsOf(arms[a]!)) sums.set(column, (sums.get(column) ?? 0) + c[a]! * value);
  return [...sums].filter(([, value]) => value !== 0);
}

/** The column of each treatment, the reference having none. */
export function treatmentColumns(reference: number): (treatment: number) => SparseRow {
  return (treatment) => (treatment === reference ? [] : [[treatment < reference ? treatment : treatment - 1, 1]]);
}

/** A consistent network: every treatment has one effect. */
export function consistencyModel(
  trials: readonly NetworkTrial[],
  treatments: readonly string[],
  reference: number,
): NetworkModel {
  const { design, trialOf, logU } = networkDesign(trials, treatments.length - 1, treatmentColumns(reference));
  return { treatments, reference, trials, design, trialOf, logU };
}
