import { registry } from "../../registry/registry.js";
import { type TrimFillEstimator, varianceOfT } from "./estimator.js";

const citation = "Duval & Tweedie 2000, Journal of the American Statistical Association 95:89-98";

/** L₀ = (4T − k(k + 1))/(2k − 1); the usual choice. */
const linear: TrimFillEstimator<"L0"> = {
  id: "L0",
  label: "L₀, from the rank sum",
  citation,
  compute: ({ k, T }) => (4 * T - k * (k + 1)) / (2 * k - 1),
  standardError(k, raw) {
    const variance = varianceOfT(k, raw);
    return variance < 0 ? null : (4 * Math.sqrt(variance)) / (2 * k - 1);
  },
  p: null,
};

/**
 * R₀ = γ − 1; P(R₀ ≥ k₀) = ½^(k₀ + 1) where none is missing. Robust where k₀ is small, easily misled by one outlier.
 */
const run: TrimFillEstimator<"R0"> = {
  id: "R0",
  label: "R₀, from the rightmost run of ranks",
  citation,
  compute: (ranks) => ranks.run - 1,
  standardError: (_, raw) => Math.sqrt(2 * Math.max(0, raw) + 2),
  p: (k0) => 0.5 ** (k0 + 1),
};

/** Q₀ = k − ½ − √(2k² − 4T + ¼); not defined where nearly all weight lies on one side. */
const quadratic: TrimFillEstimator<"Q0"> = {
  id: "Q0",
  label: "Q₀, from the rank sum, quadratic",
  citation,
  compute({ k, T }) {
    const inside = 2 * k * k - 4 * T + 0.25;
    return inside < 0 ? null : k - 0.5 - Math.sqrt(inside);
  },
  standardError(k, raw) {
    const inside = (k - 0.5) ** 2 - raw * (2 * k - raw - 1);
    const variance = varianceOfT(k, raw);
    return inside <= 0 || variance < 0 ? null : (2 * Math.sqrt(variance)) / Math.sqrt(inside);
  },
  p: null,
};

/** Estimators of the number of missing studies, by id. */
export const trimFillEstimators = registry([linear, run, quadratic]);

export type TrimFillEstimatorId = keyof typeof trimFillEstimators;
