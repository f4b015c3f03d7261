import { covarianceOfMeans } from "./ofMeans.js";
import type { SharedArmRule } from "./rule.js";

/**
 * The correlation of two standardised mean differences d₁, d₂ of one standard deviation, with a group of size n꜀ in
 * common and N patients in all groups:
 *
 *   cov = ρ/n꜀ + ρ² d₁d₂/(2N),   var = 1/n + 1/n꜀ + d²/(2N),   r = cov/√(var₁ var₂)
 *
 * For ρ = 1 Gleser & Olkin 2009, The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., pp. 357-376, eq. 19.19;
 * with ρ, for different outcomes of different groups, Pustejovsky 2015, Correlations between standardized mean
 * differences (jepusto.com).
 */
export const standardized: SharedArmRule<"SMD"> = {
  id: "SMD",
  label: "standardised mean differences, with the uncertainty of their standard deviation",
  citation: "Gleser & Olkin 2009, The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., eq. 19.19",
  measure: "SMD",
  compute({ one, other, rho, patients }) {
    const spread = (a: number, b: number) => (a * b) / (2 * patients);
    const covariance = rho * covarianceOfMeans(one, other) + rho ** 2 * spread(one.yi, other.yi);
    const [v, w] = [one, other].map((each) => covarianceOfMeans(each, each) + spread(each.yi, each.yi));
    return covariance / Math.sqrt(v! * w!);
  },
};
