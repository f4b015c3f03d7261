import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { cholesky, forwardSolve } from "../linear/cholesky.js";
import { invertTriangle, weightedLeastSquares } from "../regression/weightedLeastSquares.js";
import type { CovarianceBlock, WorkingModel } from "../regression/workingModel.js";
import { soleDirections } from "./soleDirections.js";

/** A block of the working covariance, LLᵀ. */
export interface Factor {
  readonly rows: Int32Array;
  readonly L: Float64Array;
}

/** The rows of a cluster in units in which the working model takes them as independent and of variance 1. */
export interface WhitenedCluster {
  /** Of its blocks, in the order of its rows. */
  readonly factors: readonly Factor[];
  /** Its rows of the orthonormal Q in L⁻¹X = QR, a column for each coefficient. */
  readonly Q: readonly Float64Array[];
  /** Directions in the basis Q that it alone determines. */
  readonly sole: readonly Float64Array[];
  /** L⁻¹(y − Xβ) */
  readonly residuals: Float64Array;
}

/** A working model fitted by generalised least squares. */
export interface WhitenedFit {
  readonly beta: Float64Array;
  /** R⁻¹, row by row: β = R⁻¹QᵀL⁻¹y. */
  readonly inverseR: Float64Array;
  readonly clusters: readonly WhitenedCluster[];
  /** L⁻¹X and L⁻¹y, rows in the order of the clusters. */
  readonly X: readonly Float64Array[];
  readonly y: Float64Array;
}

/**
 * Generalised least squares β = (XᵀΦ⁻¹X)⁻¹XᵀΦ⁻¹y: a Cholesky decomposition of each block, and a QR decomposition of what
 * it makes of X. Refuses blocks that are not positive definite (`BAD_BLOCKS`) and columns that follow from those before
 * them (`ALIASED_COLUMNS`).
 */
export function whiten({ names, X, y }: WorkingModel, clusters: readonly (readonly CovarianceBlock[])[]): WhitenedFit {
  const factors = clusters.map((blocks) => blocks.map(factorise));
  const rows = factors.flat();
  const whiteX = X.map((column) => whitened(column, rows));
  const whiteY = whitened(y, rows);
  const { beta, basis, residuals } = weightedLeastSquares(whiteX, whiteY, new Float64Array(y.length).fill(1));
  if (basis.kept.length < X.length)
    throw metaError(messages.aliasedColumns({ columns: names.filter((_, column) => !basis.kept.includes(column)) }));
  let end = 0;
  const parts = factors.map((own): WhitenedCluster => {
    const start = end;
    end += own.reduce((n, block) => n + block.rows.length, 0);
    const Q = basis.Q.map((column) => column.subarray(start, end));
    return {
      factors: own,
      Q,
      sole: soleDirections(Q),
      residuals: residuals.subarray(start, end),
    };
  });
  return { beta, inverseR: inverseOf(basis.R), clusters: parts, X: whiteX, y: whiteY };
}

function factorise({ rows, matrix }: CovarianceBlock): Factor {
  const L = cholesky(matrix, rows.length);
  if (L === null)
    throw metaError(messages.badBlocks({ found: `a block of ${rows.length} rows that is not positive definite` }));
  return { rows, L };
}

/** L⁻¹x, block by block. */
function whitened(x: Float64Array, factors: readonly Factor[]): Float64Array {
  const out = new Float64Array(x.length);
  let start = 0;
  for (const { rows, L } of factors) {
    out.set(
      forwardSolve(
        L,
        Float64Array.from(rows, (row) => x[row]!),
      ),
      start,
    );
    start += rows.length;
  }
  return out;
}

/** R⁻¹, row by row, of a triangle given by columns. */
function inverseOf(R: readonly Float64Array[]): Float64Array {
  const p = R.length;
  const out = new Float64Array(p * p);
  for (const [m, column] of invertTriangle(R).entries())
    for (const [i, each] of column.entries()) out[i * p + m] = each;
  return out;
}
