import { LARGEST_DELTA, NEGLIGIBLE, type PValues, type WeightFunction } from "./weightFunction.js";

/** The part that weight functions of the form w(p) = exp(−δ g(p)), δ ≥ 0, share. */
export function exponential(g: (p: PValues, i: number) => number) {
  return {
    least: { p: NEGLIGIBLE, q: NEGLIGIBLE },
    isCensored: false,
    shape: "smooth",
    parameters: () => [{ none: 0, lower: 0, upper: LARGEST_DELTA, isReference: false }],
    starts: () => [[0.5], [3], [10]],
    reversedStarts: [],
    weigh(p, i, { delta }, out) {
      const slope = g(p, i);
      const value = Math.exp(-delta[0]! * slope);
      out.value = value;
      out.first[0] = -slope * value;
      out.second[0] = slope * slope * value;
    },
  } satisfies Omit<WeightFunction, "id" | "label" | "citation" | "r">;
}
