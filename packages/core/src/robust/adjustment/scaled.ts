import type { Adjustment } from "./adjustment.js";

const unchanged: Adjustment["sides"] = ({ Q }) => Q;

/**
 * The sandwich of the residuals as they are, M Σ XᵢᵀWᵢeᵢeᵢᵀWᵢXᵢ M with M = (XᵀWX)⁻¹: too small for few clusters. With one
 * row in each cluster it is White's HC0.
 *
 * Liang & Zeger 1986, Biometrika 73:13-22.
 */
export const unadjusted: Adjustment<"CR0"> = {
  id: "CR0",
  label: "Not adjusted",
  citation: "Liang & Zeger 1986, Biometrika 73:13-22",
  factor: () => 1,
  beyond: () => 1,
  sides: unchanged,
};

/** CR0 times m/(m − 1) for m clusters. */
export const byClusters: Adjustment<"CR1"> = {
  id: "CR1",
  label: "Times m/(m − 1)",
  citation: "Cameron & Miller 2015, Journal of Human Resources 50:317-372",
  factor: ({ m }) => m / (m - 1),
  beyond: () => 1,
  sides: unchanged,
};

/** CR0 times m/(m − p) for p coefficients. */
export const byClustersAndCoefficients: Adjustment<"CR1p"> = {
  id: "CR1p",
  label: "Times m/(m − p)",
  citation: "Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65",
  factor: ({ m, p }) => m / (m - p),
  beyond: ({ p }) => p,
  sides: unchanged,
};

/** CR0 times m(k − 1)/((m − 1)(k − p)) for k rows: Stata's. */
export const byRows: Adjustment<"CR1S"> = {
  id: "CR1S",
  label: "Times m(k − 1)/((m − 1)(k − p))",
  citation: "Cameron & Miller 2015, Journal of Human Resources 50:317-372",
  factor: ({ m, p, k }) => (m * (k - 1)) / ((m - 1) * (k - p)),
  beyond: () => 1,
  sides: unchanged,
};
