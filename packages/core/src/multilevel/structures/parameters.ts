import type { Parameter } from "./structure.js";

export const variance = (name = "tau2"): Parameter => ({
  name,
  kind: "variance",
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  power: 1,
});

export const standardDeviations = (levels: readonly string[]): readonly Parameter[] =>
  levels.map((level) => ({ ...variance(`tau2[${level}]`), kind: "standard deviation", power: 2 }));

export const correlation = (lower: number, power = 1): Parameter => ({
  name: "rho",
  kind: "correlation",
  lower,
  upper: 1,
  power,
});

/** The least correlation that m variables can all have with each other. */
export const leastCommonCorrelation = (m: number): number => -1 / (m - 1);
