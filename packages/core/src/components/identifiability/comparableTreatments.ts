import type { SparseRow } from "../../sparse/sparseDesign.js";
import type { EstimableBasis } from "../design/estimableBasis.js";
import { gaps } from "../design/untoldColumns.js";

/** Treatments in classes: of two in the same one, the difference can be estimated, of others it can't. */
export function comparableTreatments(
  { following, kept }: EstimableBasis,
  treatments: readonly string[],
  rows: readonly SparseRow[],
): readonly (readonly string[])[] {
  const classes = new Map<string, string[]>();
  treatments.forEach((treatment, place) => {
    const key = gaps({ following, kept }, rows[place]!)
      .map((gap) => Math.round(gap * 1e6))
      .join();
    classes.set(key, [...(classes.get(key) ?? []), treatment]);
  });
  return [...classes.values()];
}
