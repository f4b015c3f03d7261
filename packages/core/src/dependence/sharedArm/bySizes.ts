import { covarianceOfMeans } from "./ofMeans.js";
import type { SharedArmRule } from "./rule.js";

/**
 * The correlation of two differences with a group in common: with sizes n₁, n₂ and n꜀ of the shared group
 *
 *   r = ρ (1/n꜀) / √((1/n₁ + 1/n꜀)(1/n₂ + 1/n꜀)),
 *
 * exact for differences of means of one variance, and for any difference whose groups are given by the inverse of their
 * own variances. Of two effects with both groups in common r = ρ.
 *
 * Gleser & Olkin 2009, in Cooper, Hedges & Valentine (eds.), The Handbook of Research Synthesis and Meta-Analysis, 2nd
 * ed., pp. 357-376.
 */
export const bySizes: SharedArmRule<"sizes"> = {
  id: "sizes",
  label: "share of the variance that the common group brings",
  citation: "Gleser & Olkin 2009, The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., pp. 357-376",
  measure: null,
  compute: ({ one, other, rho }) =>
    (rho * covarianceOfMeans(one, other)) / Math.sqrt(covarianceOfMeans(one, one) * covarianceOfMeans(other, other)),
};
