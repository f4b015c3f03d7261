import { normalCdf } from "../../numerics/normal.js";
import { level } from "../measure.js";
import { probit } from "../probit.js";
import { type ProportionMeasure, proportionMeasure } from "./proportion.js";

/**
 * Proportion p = a/n with variance p(1 − p)/n. Without events, or with nothing else, ½ is added to patients with and
 * without event unless `to` says otherwise; without correction the variance is then 0 and the study can't be pooled.
 * Cochrane Handbook 6.4.1.1.
 */
export const proportion: ProportionMeasure<"PR"> = proportionMeasure({
  ...level,
  id: "PR",
  label: "proportion",
  citation: "Cochrane Handbook 6.4.1.1",
  axisLabel: "Proportion",
  of: ({ a, n }) => ({ yi: a / n, vi: ((a / n) * (1 - a / n)) / n }),
});

/** Log proportion ln(a/n) with variance 1/a − 1/n; zero counts as for "PR". Katz et al. 1978, Biometrics 34:469-474. */
export const logProportion: ProportionMeasure<"PLN"> = proportionMeasure({
  ...level,
  id: "PLN",
  label: "proportion (log)",
  citation: "Katz et al. 1978, Biometrics 34:469-474",
  backTransform: Math.exp,
  axisLabel: "Proportion",
  of: ({ a, n }) => ({ yi: Math.log(a / n), vi: 1 / a - 1 / n }),
});

/**
 * Logit of a proportion ln(a/(n − a)) with variance 1/a + 1/(n − a); zero counts as for "PR".
 * Berkson 1944, Journal of the American Statistical Association 39:357-365.
 *
 * @example
 * import { backTransform, effectSize } from "@acumeta/core";
 * backTransform("PLO", effectSize("PLO", { a: 16, n: 17 }).yi); // => 0.94117647
 */
export const logitProportion: ProportionMeasure<"PLO"> = proportionMeasure({
  ...level,
  id: "PLO",
  label: "proportion (logit)",
  citation: "Berkson 1944, Journal of the American Statistical Association 39:357-365",
  backTransform: (x) => 1 / (1 + Math.exp(-x)),
  axisLabel: "Proportion",
  of: ({ a, n }) => ({ yi: Math.log(a / (n - a)), vi: 1 / a + 1 / (n - a) }),
});

/**
 * Probit of a proportion z = Φ⁻¹(a/n) with variance p(1 − p)/(n φ(z)²); zero counts as for "PR".
 * Bliss 1934, Science 79:38-39.
 */
export const probitProportion: ProportionMeasure<"PRZ"> = proportionMeasure({
  ...level,
  id: "PRZ",
  label: "proportion (probit)",
  citation: "Bliss 1934, Science 79:38-39",
  backTransform: (x) => normalCdf(x),
  axisLabel: "Proportion",
  of: ({ a, n }) => {
    const { z, variance } = probit(a, n);
    return { yi: z, vi: variance };
  },
});

/**
 * Arcsine of a proportion asin √(a/n), whose variance 1/(4n) hardly depends on it. Defined at 0 and n, which are left as
 * they are unless `to` says otherwise. Back again sin² y, 0 and 1 beyond the range of an arcsine.
 * Anscombe 1948, Biometrika 35:246-254.
 */
export const arcsineProportion: ProportionMeasure<"PAS"> = proportionMeasure({
  ...level,
  id: "PAS",
  label: "proportion (arcsine)",
  citation: "Anscombe 1948, Biometrika 35:246-254",
  backTransform: (x) => Math.sin(Math.min(Math.PI / 2, Math.max(0, x))) ** 2,
  axisLabel: "Proportion",
  to: "none",
  of: ({ a, n }) => ({ yi: Math.asin(Math.sqrt(a / n)), vi: 1 / (4 * n) }),
});
