import { registry } from "../../registry/registry.js";
import type { RobustTest } from "./robustTest.js";

const normal: RobustTest<"z"> = {
  id: "z",
  label: "Normal distribution",
  citation: "Liang & Zeger 1986, Biometrika 73:13-22",
  beyond: () => 1,
  df: () => null,
};

const byClusters: RobustTest<"naive-t"> = {
  id: "naive-t",
  label: "t distribution with m − 1 df",
  citation: "Cameron & Miller 2015, Journal of Human Resources 50:317-372",
  beyond: () => 1,
  df: ({ m }) => m - 1,
};

const byClustersAndCoefficients: RobustTest<"naive-tp"> = {
  id: "naive-tp",
  label: "t distribution with m − p df",
  citation: "Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65",
  beyond: ({ p }) => p,
  df: ({ m, p }) => m - p,
};

/** Degrees of freedom 2E²/Var of the coefficient's own robust variance under the working model: few where few clusters tell of it. */
const satterthwaite: RobustTest<"Satterthwaite"> = {
  id: "Satterthwaite",
  label: "t distribution with Satterthwaite df",
  citation: "Pustejovsky & Tipton 2018, Journal of Business & Economic Statistics 36:672-683",
  beyond: () => 1,
  df: (_, own) => own,
};

/** Tests and intervals of single coefficients by robust variances, for m clusters and p coefficients, by id. */
export const robustTests = registry([normal, byClusters, byClustersAndCoefficients, satterthwaite]);

export type RobustTestId = keyof typeof robustTests;
