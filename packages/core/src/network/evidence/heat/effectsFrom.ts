import { cholesky, choleskySolve } from "../../../linear/cholesky.js";
import { subnetworks } from "../../arrange/subnetworks.js";
import type { PooledDesign } from "../../inconsistency/designEvidence.js";

/** What a design says of its treatments, as places, against the first. */
export interface PlacedDesign extends Pick<PooledDesign, "effects" | "precision"> {
  readonly places: readonly number[];
}

/**
 * Effects of n treatments by generalised least squares from designs, all or all but one. Where nothing else joins the parts of
 * the network, each has its own first treatment as reference.
 */
export function effectsFrom(
  designs: readonly PlacedDesign[],
  n: number,
  without: PlacedDesign | null = null,
): Float64Array {
  const used = designs.filter((design) => design !== without);
  const links = used.flatMap(({ places: [first, ...others] }) => others.map((place) => [first!, place] as const));
  const references = new Set(subnetworks(n, links).map(([first]) => first!));
  const free = Array.from({ length: n }, (_, place) => place).filter((place) => !references.has(place));
  const rowOf = new Map(free.map((place, row) => [place, row]));
  const A = new Float64Array(free.length ** 2);
  const b = new Float64Array(free.length);
  for (const { places, effects, precision } of used) {
    const m = effects.length;
    const others = places.slice(1).map((place) => rowOf.get(place));
    const first = rowOf.get(places[0]!);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) {
        const each = precision[i * m + j]!;
        const row = others[i];
        addTo(row, others[j], each);
        addTo(first, others[j], -each);
        addTo(row, first, -each);
        addTo(first, first, each);
        if (row !== undefined) b[row]! += each * effects[j]!;
        if (first !== undefined) b[first]! -= each * effects[j]!;
      }
  }
  const theta = new Float64Array(n);
  const solution = choleskySolve(cholesky(A, free.length)!, b);
  free.forEach((place, row) => {
    theta[place] = solution[row]!;
  });
  return theta;

  function addTo(row: number | undefined, column: number | undefined, value: number): void {
    if (row !== undefined && column !== undefined) A[row * free.length + column]! += value;
  }
}
