import type { NetworkEffect } from "@acumeta/core";

/** Synthetic: a ring of so many treatments, with names as long as that. */
export function ring(n: number, letters = 3): readonly NetworkEffect<"SMD">[] {
  const name = (i: number) => `${i}`.padEnd(letters, "treatment ").trim();
  return Array.from({ length: n }, (_, i) =>
    comparison(`s${i}`, name(i), name((i + 1) % n), i / n - 0.4, 20 + i),
  ).filter((_, i) => n > 2 || i === 0);
}

/** A synthetic comparison. */
export const comparison = (
  study: string,
  treat1: string,
  treat2: string,
  yi: number,
  patients?: number,
): NetworkEffect<"SMD"> => ({
  study,
  measure: "SMD",
  treat1,
  treat2,
  yi,
  vi: 0.04,
  ...(patients !== undefined && { n1: patients, n2: patients }),
});
