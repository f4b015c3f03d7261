import type { NetworkEffect } from "@acumeta/core";

/** A comparison of two treatments. */
export const row = (
  study: string,
  [treat1, treat2]: readonly [string, string],
  yi: number,
  vi: number,
): NetworkEffect<"SMD"> => ({ study, measure: "SMD", treat1, treat2, yi, vi });

/** Synthetic: three parts that no trial joins, with components in common. */
export const parts = [
  row("1", ["care+needle", "care"], -0.5, 0.02),
  row("2", ["care+needle+point", "care"], -0.6, 0.03),
  row("3", ["needle+point", "needle"], -0.2, 0.04),
  row("4", ["moxa+point", "moxa"], -0.1, 0.05),
];
