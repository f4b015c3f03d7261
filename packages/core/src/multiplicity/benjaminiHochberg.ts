import { checkPValues } from "./checkPValues.js";

/**
 * p-values adjusted for the false discovery rate: q(i) = min over j ≥ i of p(j) m/j, p sorted upwards.
 *
 * Throws `NOT_A_VALID_NUMBER`. Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300.
 *
 * @example
 * import { benjaminiHochberg } from "@acumeta/core";
 * benjaminiHochberg([0.01, 0.04, 0.03]); // => [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  checkPValues(p);
  const downwards = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const q = new Array<number>(p.length);
  let smallest = 1;
  for (const [i, { value, index }] of downwards.entries()) {
    smallest = Math.min(smallest, value * (p.length / (p.length - i)));
    q[index] = smallest;
  }
  return q;
}
