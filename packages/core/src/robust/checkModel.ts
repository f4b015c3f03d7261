import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { shown } from "../errors/shown.js";
import type { CovarianceBlock, WorkingModel } from "../regression/workingModel.js";
import type { LinearModel } from "./linearModel.js";

/**
 * A linear model as columns of doubles. Refuses what is none (`NOT_A_MODEL`), columns of unequal length, numbers that are
 * not finite, names that come twice, and blocks that leave out or repeat a row or hold no symmetric matrix (`BAD_BLOCKS`).
 */
export function checkModel(model: LinearModel): WorkingModel {
  if (!isModel(model)) throw metaError(messages.notAModel({ found: model }));
  const { names, X, y, blocks } = model;
  if (names.length !== X.length)
    throw metaError(messages.unequalColumns({ lengths: { names: names.length, X: X.length } }));
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) throw metaError(messages.repeatedId({ id: repeated }));
  const k = y.length;
  return {
    names,
    X: X.map((column, j) => finiteColumn(names[j]!, column, k)),
    y: finiteColumn("y", y, k),
    blocks: checkBlocks(blocks, k),
  };
}

function isModel(model: unknown): boolean {
  if (typeof model !== "object" || model === null) return false;
  const { names, X, y, blocks } = model as Partial<LinearModel>;
  return [names, X, blocks].every((part) => Array.isArray(part) && part.length > 0) && isColumn(y);
}

const isColumn = (values: unknown): boolean => Array.isArray(values) || ArrayBuffer.isView(values);

function finiteColumn(column: string, values: ArrayLike<number>, k: number): Float64Array {
  if (!isColumn(values) || values.length !== k)
    throw metaError(messages.unequalColumns({ lengths: { y: k, [column]: isColumn(values) ? values.length : 0 } }));
  for (let i = 0; i < k; i++)
    if (!Number.isFinite(values[i]))
      throw metaError(messages.notANumber({ column, value: values[i], allowed: "a finite number" }));
  return Float64Array.from(values);
}

function checkBlocks(blocks: LinearModel["blocks"], k: number): readonly CovarianceBlock[] {
  const refuse = (found: string) => metaError(messages.badBlocks({ found }));
  const seen = new Uint8Array(k);
  const checked = blocks.map((given) => {
    if (!isColumn(given?.rows) || !isColumn(given.matrix)) throw refuse("a block that is no { rows, matrix }");
    const strange = Array.from(given.rows).find((row) => !(Number.isInteger(row) && row >= 0 && row < k));
    if (strange !== undefined) throw refuse(`row ${shown(strange)} where there are ${k}`);
    const block = { rows: Int32Array.from(given.rows), matrix: Float64Array.from(given.matrix) };
    const n = block.rows.length;
    if (n === 0) throw refuse("a block without rows");
    if (block.matrix.length !== n * n) throw refuse(`${block.matrix.length} covariances for a block of ${n} rows`);
    for (const row of block.rows) {
      if (seen[row] === 1) throw refuse(`row ${row} in two blocks`);
      seen[row] = 1;
    }
    if (!isSymmetric(block.matrix, n)) throw refuse("a matrix that is not finite and symmetric");
    return block;
  });
  const left = seen.indexOf(0);
  if (left >= 0) throw refuse(`row ${left} in no block`);
  return checked;
}

/** To rounding, and finite. */
function isSymmetric(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [one, other] = [matrix[i * n + j]!, matrix[j * n + i]!];
      if (!(Math.abs(one - other) <= 1e-10 * Math.sqrt(matrix[i * n + i]! * matrix[j * n + j]!))) return false;
      if (!Number.isFinite(one)) return false;
    }
  return true;
}
