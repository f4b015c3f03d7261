import type { Tau2Estimator } from "./estimator.js";

/** The common-effect (equal-effects) model: τ² is 0 by assumption, not by estimation. */
export const commonEffect: Tau2Estimator<"EE"> = {
  id: "EE",
  label: "common effect (τ² = 0)",
  citation: "Hedges & Vevea 1998, Psychological Methods 3:486-504",
  r: "EE",
  compute: () => ({ value: 0, atBoundary: false, iterations: 0, converged: true }),
  standardError: () => null,
};
