import type { CovarianceBlock, WorkingModel } from "../regression/workingModel.js";
import { addSquare } from "./model/addSquare.js";
import { type Restored, restore } from "./restore.js";
import type { Multilevel } from "./result.js";

/** A multilevel fit as robust variances see it: its columns, effects, and the covariance of the effects that it found. */
export function workingModelOfMultilevel(fit: Multilevel): WorkingModel {
  const { names, rows } = fit.data.X;
  return {
    names,
    X: names.map((_, column) => Float64Array.from(rows, (row) => row[column]!)),
    y: Float64Array.from(fit.data.yi),
    blocks: covarianceBlocks(restore(fit)),
  };
}

/** M = V + ZGZ′ block by block, in the order and the units of the data. */
function covarianceBlocks({ prepared, sampling, at }: Restored): readonly CovarianceBlock[] {
  const { model, order, scale } = prepared;
  const k = model.y.length;
  const place = new Int32Array(k);
  for (const [at, row] of order.entries()) place[row] = at;
  const matrices = model.blocks.map((block): Float64Array => {
    const { start, end, groups } = block;
    const matrix = new Float64Array((end - start) ** 2);
    for (const group of groups) addSquare(matrix, block, group, at.covariances[group.term]!.G);
    for (let i = 0; i < matrix.length; i++) matrix[i]! *= scale ** 2;
    for (let a = start; a < end; a++) matrix[(a - start) * (end - start + 1)]! += sampling.v[order[a]!]!;
    return matrix;
  });
  const blockOf = new Int32Array(k);
  for (const [b, { start, end }] of model.blocks.entries()) blockOf.fill(b, start, end);
  for (const { rows, matrix } of sampling.correlated) {
    const b = blockOf[place[rows[0]!]!]!;
    const { start, end } = model.blocks[b]!;
    for (const [i, first] of rows.entries())
      for (const [j, second] of rows.entries())
        if (i !== j)
          matrices[b]![(place[first]! - start) * (end - start) + place[second]! - start]! +=
            matrix[i * rows.length + j]!;
  }
  return model.blocks.map(({ start, end }, b) => ({ rows: order.slice(start, end), matrix: matrices[b]! }));
}
