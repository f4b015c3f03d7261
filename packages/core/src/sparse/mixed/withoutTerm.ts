import { type SparseRow, sparseDesign } from "../sparseDesign.js";
import type { MixedDesign } from "./mixedDesign.js";

/** The model without the random columns of a term. */
export function withoutTerm({ design, fixed, termOf, terms }: MixedDesign, term: number): MixedDesign {
  const { p, y, v, start, column, value } = design;
  const kept = Array.from({ length: p }, (_, i) => i).filter((i) => i < fixed || termOf[i - fixed] !== term);
  const placeOf = new Map(kept.map((each, place) => [each, place]));
  const rows = Array.from(y, (_, i) => {
    const elements = Array.from({ length: start[i + 1]! - start[i]! }, (__, a) => start[i]! + a);
    const x: SparseRow = elements.flatMap((a) => {
      const place = placeOf.get(column[a]!);
      return place === undefined ? [] : [[place, value[a]!] as const];
    });
    return { x, y: y[i]!, v: v[i]! };
  });
  return {
    design: sparseDesign(kept.length, rows),
    fixed,
    termOf: termOf.filter((each) => each !== term).map((each) => (each > term ? each - 1 : each)),
    terms: terms - 1,
  };
}
