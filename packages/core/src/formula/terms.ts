import type { Variable } from "./variable.js";

/** Variables whose columns are multiplied: one, or several that interact. */
export type Term = readonly Variable[];

/** The same for the same variables in any order. */
export function keyOf(term: Term): string {
  return term
    .map(({ text }) => text)
    .sort()
    .join(":");
}

export function union(...lists: readonly (readonly Term[])[]): readonly Term[] {
  const seen = new Map<string, Term>();
  for (const term of lists.flat()) if (!seen.has(keyOf(term))) seen.set(keyOf(term), term);
  return [...seen.values()];
}

export function without(terms: readonly Term[], removed: readonly Term[]): readonly Term[] {
  const keys = new Set(removed.map(keyOf));
  return terms.filter((term) => !keys.has(keyOf(term)));
}

/** Every term of one with every term of the other: a:b. */
export function interactions(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  return union(left.flatMap((one) => right.map((other) => merged(one, other))));
}

function merged(one: Term, other: Term): Term {
  return [...one, ...other.filter(({ text }) => !one.some((variable) => variable.text === text))];
}

/** a * b = a + b + a:b */
export function crossed(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  return union(left, right, interactions(left, right));
}

/** (a + b + c)^2: all terms of at most two variables of them. */
export function power(terms: readonly Term[], exponent: number): readonly Term[] {
  let out = terms;
  for (let n = 1; n < exponent; n++) out = union(out, interactions(out, terms));
  return out;
}
