import { registry } from "../../registry/registry.js";
import type { RobustWaldTest } from "./waldTest.js";

const chiSquare: RobustWaldTest<"chi-sq"> = {
  id: "chi-sq",
  label: "χ² distribution with q df",
  citation: "Liang & Zeger 1986, Biometrika 73:13-22",
  compute: () => ({ scale: 1, df2: null }),
};

const byClusters: RobustWaldTest<"naive-F"> = {
  id: "naive-F",
  label: "F distribution with q and m − 1 df",
  citation: "Cameron & Miller 2015, Journal of Human Resources 50:317-372",
  compute: ({ sizes: { m } }) => ({ scale: 1, df2: m - 1 }),
};

const byClustersAndCoefficients: RobustWaldTest<"naive-Fp"> = {
  id: "naive-Fp",
  label: "F distribution with q and m − p df",
  citation: "Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65",
  compute: ({ sizes: { m, p } }) => ({ scale: 1, df2: m - p }),
};

/**
 * Hotelling's T² with η degrees of freedom, F = (η − q + 1)Q/(ηq) on q and η − q + 1, where η matches the total variance
 * of the robust covariance's elements to that of a Wishart matrix.
 */
const hotelling: RobustWaldTest<"HTZ"> = {
  id: "HTZ",
  label: "Hotelling's T², η by total variance",
  citation: "Tipton & Pustejovsky 2015, Journal of Educational and Behavioral Statistics 40:604-634",
  compute: ({ q, eta }) => ({ scale: (eta - q + 1) / eta, df2: eta - q + 1 }),
};

/** Tests of q coefficients at once by robust variances, for m clusters and p coefficients, by id. */
export const robustWaldTests = registry([chiSquare, byClusters, byClustersAndCoefficients, hotelling]);

export type RobustWaldTestId = keyof typeof robustWaldTests;
