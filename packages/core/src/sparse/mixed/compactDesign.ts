import { semidefiniteCholesky } from "../../linear/cholesky.js";
import { type SparseRow, sparseDesign } from "../sparseDesign.js";
import type { MixedDesign } from "./mixedDesign.js";

/**
 * A model with the same likelihood and no more random columns of a term than rows: where a term has more, Z becomes L with LL′ = ZZ′.
 * Its random effects are others than those of the model.
 */
export function compactDesign(model: MixedDesign): MixedDesign {
  const { design, fixed, termOf, terms } = model;
  const { y, v, start, column, value } = design;
  const k = y.length;
  const sizes = Array.from({ length: terms }, (_, term) => termOf.filter((each) => each === term).length);
  if (sizes.every((size) => size <= k)) return model;
  const elements = Array.from(y, (_, i) =>
    Array.from({ length: start[i + 1]! - start[i]! }, (__, a) => {
      const place = start[i]! + a;
      return [column[place]!, value[place]!] as const;
    }),
  );
  const rows: (readonly [number, number])[][] = elements.map((row) => row.filter(([at]) => at < fixed));
  const newTermOf: number[] = [];
  for (let term = 0; term < terms; term++) {
    const own = elements.map((row) => row.filter(([at]) => at >= fixed && termOf[at - fixed] === term));
    const first = fixed + newTermOf.length;
    const columns = sizes[term]! <= k ? renumbered(own) : factored(own);
    const width = Math.min(sizes[term]!, k);
    for (const [i, row] of columns.entries()) rows[i]!.push(...row.map(([at, each]) => [first + at, each] as const));
    newTermOf.push(...new Array<number>(width).fill(term));
  }
  return {
    design: sparseDesign(
      fixed + newTermOf.length,
      rows.map((x, i) => ({ x, y: y[i]!, v: v[i]! })),
    ),
    fixed,
    termOf: Int32Array.from(newTermOf),
    terms,
  };
}

/** The columns that a term uses as 0, 1, …. */
function renumbered(rows: readonly SparseRow[]): readonly SparseRow[] {
  const used = [...new Set(rows.flatMap((row) => row.map(([at]) => at)))].sort((a, b) => a - b);
  const placeOf = new Map(used.map((at, place) => [at, place]));
  return rows.map((row) => row.map(([at, each]) => [placeOf.get(at)!, each] as const));
}

/** L of ZZ′ = LL′. */
function factored(rows: readonly SparseRow[]): readonly SparseRow[] {
  const k = rows.length;
  const maps = rows.map((row) => new Map(row));
  const products = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (const [at, each] of rows[i]!) sum += each * (maps[j]!.get(at) ?? 0);
      products[i * k + j] = sum;
      products[j * k + i] = sum;
    }
  const L = semidefiniteCholesky(products, k)!;
  return rows.map((_, i) =>
    Array.from({ length: i + 1 }, (__, j) => [j, L[i * k + j]!] as const).filter(([, each]) => each !== 0),
  );
}
