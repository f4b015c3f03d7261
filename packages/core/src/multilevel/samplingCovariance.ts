import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { shown } from "../errors/shown.js";
import { cholesky } from "../linear/cholesky.js";
import { submatrix } from "../linear/submatrix.js";
import type { CovarianceBlock } from "../regression/workingModel.js";
import type { SamplingCovariance } from "./model/arrange.js";
import { connected } from "./model/connected.js";
import type { MultilevelOptions, SamplingBlock } from "./options.js";

type Given = NonNullable<MultilevelOptions["V"]>;

/** Sampling variances and covariances of effects, checked, with the correlated rows in blocks. */
export function samplingCovariance(v: Float64Array, V: Given | undefined): SamplingCovariance {
  if (V === undefined) return { v, correlated: [] };
  const list: readonly unknown[] = Array.isArray(V) ? V : [V];
  if (!list.every(Array.isArray) && !list.every(isBlock))
    throw metaError(messages.badSamplingCovariance({ found: shown(V), rows: v.length }));
  const blocks = (isFull(V) ? blocksOf(V, v.length) : V).map((block) => checkBlock(block, v));
  const rows = blocks.flatMap((block) => [...block.rows]);
  if (new Set(rows).size < rows.length)
    throw metaError(messages.badSamplingCovariance({ found: "an effect in two places", rows: v.length }));
  return { v, correlated: blocks.filter((block) => block.rows.length > 1) };
}

/** The same of some rows, in their order. */
export function ofRows({ v, correlated }: SamplingCovariance, used: readonly number[]): SamplingCovariance {
  const place = new Map(used.map((row, i) => [row, i]));
  return {
    v: Float64Array.from(used, (row) => v[row]!),
    correlated: correlated.flatMap(({ rows, matrix }) => {
      const kept = [...rows.keys()].filter((i) => place.has(rows[i]!));
      if (kept.length < 2) return [];
      return [
        { rows: Int32Array.from(kept, (i) => place.get(rows[i]!)!), matrix: submatrix(matrix, rows.length, kept) },
      ];
    }),
  };
}

function isBlock(value: unknown): value is SamplingBlock {
  if (typeof value !== "object" || value === null || !("rows" in value && "matrix" in value)) return false;
  const { rows, matrix } = value;
  if (!Array.isArray(rows) || !Array.isArray(matrix) || matrix.length !== rows.length) return false;
  return matrix.every((row) => Array.isArray(row) && row.length === rows.length);
}

function isFull(V: Given): V is readonly (readonly number[])[] {
  return Array.isArray(V[0]);
}

/** The blocks of a full matrix: rows that a chain of covariances other than 0 connects. */
function blocksOf(V: readonly (readonly number[])[], k: number): readonly SamplingBlock[] {
  if (V.length !== k || V.some((row) => row.length !== k))
    throw metaError(messages.badSamplingCovariance({ found: `a matrix of ${V.length} × ${V[0]!.length}`, rows: k }));
  const sets = V.map((row, i) => [i, ...row.keys()].filter((j) => j === i || row[j] !== 0));
  return connected(k, sets).map((rows) => ({ rows, matrix: rows.map((i) => rows.map((j) => V[i]![j]!)) }));
}

function checkBlock({ rows, matrix }: SamplingBlock, v: Float64Array): CovarianceBlock {
  const n = rows.length;
  const refuse = (found: string) => metaError(messages.badSamplingCovariance({ found, rows: v.length }));
  if (rows.some((row) => !Number.isInteger(row) || row < 0 || row >= v.length))
    throw refuse(`a block of rows ${rows.slice(0, 5).join(", ")}`);
  const flat = Float64Array.from({ length: n * n }, (_, at) => matrix[Math.floor(at / n)]?.[at % n] ?? Number.NaN);
  for (let i = 0; i < n; i++) {
    if (!(Math.abs(flat[i * n + i]! - v[rows[i]!]!) <= 1e-8 * v[rows[i]!]!))
      throw refuse(`${flat[i * n + i]} on the diagonal for an effect whose vi is ${v[rows[i]!]}`);
    for (let j = 0; j < i; j++)
      if (!(Math.abs(flat[i * n + j]! - flat[j * n + i]!) <= 1e-8 * Math.sqrt(v[rows[i]!]! * v[rows[j]!]!)))
        throw refuse(`${flat[i * n + j]} and ${flat[j * n + i]} at mirrored places`);
  }
  if (cholesky(flat, n) === null) throw refuse("a matrix that is not positive definite");
  return { rows: Int32Array.from(rows), matrix: flat };
}
