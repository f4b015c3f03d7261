import { checkPValues } from "./checkPValues.js";

/**
 * p-values adjusted for their number so that the chance of any false finding among them stays below the level:
 *
 *   p̃(i) = max over j ≤ i of min(1, (m − j + 1) p(j)),   p sorted upwards
 *
 * Throws `NOT_A_VALID_NUMBER`. Holm 1979, Scandinavian Journal of Statistics 6:65-70.
 *
 * @example
 * import { holm } from "@acumeta/core";
 * holm([0.01, 0.04, 0.03]); // => [0.03, 0.06, 0.06]
 */
export function holm(p: readonly number[]): readonly number[] {
  checkPValues(p);
  const upwards = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  for (const [i, { value, index }] of upwards.entries()) {
    largest = Math.max(largest, Math.min(1, (p.length - i) * value));
    adjusted[index] = largest;
  }
  return adjusted;
}
