import { type SparseDesign, sparseDesign } from "../../sparse/sparseDesign.js";
import type { EstimableBasis } from "./estimableBasis.js";

/** The design of the columns that can be told, of full rank. */
export function toldDesign(design: SparseDesign, { kept }: EstimableBasis): SparseDesign {
  return kept.length === design.p ? design : onlyColumns(design, kept);
}

function onlyColumns({ y, v, start, column, value }: SparseDesign, kept: readonly number[]): SparseDesign {
  const placeOf = new Map(kept.map((each, place) => [each, place]));
  const rows = Array.from(y, (each, i) => {
    const x: [number, number][] = [];
    for (let a = start[i]!; a < start[i + 1]!; a++) {
      const place = placeOf.get(column[a]!);
      if (place !== undefined) x.push([place, value[a]!]);
    }
    return { x, y: each, v: v[i]! };
  });
  return sparseDesign(kept.length, rows);
}
