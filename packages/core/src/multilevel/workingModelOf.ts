import type { CovarianceBlock, WorkingModel } from "../regression/workingModel.js";
import { addSpread, mostLevels, sumByLevel } from "./model/blockVectors.js";
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
  const unit = new Float64Array(k);
  const column = new Float64Array(k);
  const sums = new Float64Array(mostLevels(model.blocks));
  const place = new Int32Array(k);
  for (const [at, row] of order.entries()) place[row] = at;
  const matrices = model.blocks.map(({ start, end, groups }): Float64Array => {
    const n = end - start;
    const matrix = new Float64Array(n * n);
    for (let a = 0; a < n; a++) {
      unit[start + a] = 1;
      column.fill(0, start, end);
      column[start + a] = sampling.v[order[start + a]!]! / scale ** 2;
      for (const group of groups) {
        sumByLevel(group, unit, sums);
        addSpread(group, at.covariances[group.term]!.G, sums, column);
      }
      unit[start + a] = 0;
      matrix.set(column.subarray(start, end), a * n);
    }
    return matrix.map((each) => each * scale ** 2);
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
