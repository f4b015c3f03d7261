import type { ParameterKind } from "./structures/structure.js";

/** What a parameter of the search is multiplied with to be in the units of the data, in which effects are `scale` times as large. */
export function unitOf(kind: ParameterKind, scale: number): number {
  if (kind === "variance") return scale ** 2;
  return kind === "standard deviation" ? scale : 1;
}
