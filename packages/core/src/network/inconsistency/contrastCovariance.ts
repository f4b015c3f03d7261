import type { SparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import type { NetworkModel } from "../arrange/networkModel.js";

/** The covariance of two comparisons of a fitted network, each a treatment against another, by their places. */
export type ContrastCovariance = (one: readonly [number, number], other: readonly [number, number]) => number;

export function contrastCovariance(
  { reference, design: { p } }: NetworkModel,
  { vcov }: SparseLeastSquares,
): ContrastCovariance {
  const C = vcov();
  const row = (place: number) => (place < reference ? place : place - 1);
  const between = (a: number, b: number) => (a === reference || b === reference ? 0 : C[row(a) * p + row(b)]!);
  return ([a, b], [c, d]) => between(a, c) - between(a, d) - between(b, c) + between(b, d);
}
