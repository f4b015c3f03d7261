import { type PredictionMethod, predictions } from "../pool/prediction/index.js";
import { type Tau2Method, tau2Estimators } from "../pool/tau2/index.js";
import { regressionIntervals } from "../regression/intervals.js";
import type { MetaRegression } from "../regression/result.js";
import { checkFit } from "../regression/spaceOfResult.js";
import { noCounterpart, quoted, SETTLED, vector } from "./syntax.js";

/**
 * The R code that repeats a meta-regression with the package metafor: effects, variances and the columns of the model matrix
 * that have a coefficient to the last digit, the interval of τ², and predictions with the fitted effects of the studies. What
 * metafor cannot do is said in a comment.
 *
 * @example
 * import { metaRegression, metaRegressionToR } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, weeks: 12 },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, weeks: 20 },
 * ] as const;
 * metaRegressionToR(metaRegression(effects, { moderators: "~ weeks" })).includes("mods = X, intercept = FALSE"); // => true
 */
export function metaRegressionToR(fit: MetaRegression): string {
  checkFit(fit);
  const { studies, coefficients, design, aliased, choices, heterogeneity } = fit;
  const names = coefficients.map(({ name }) => name);
  const columns = names.map((name) => {
    const place = design.names.indexOf(name);
    return `  ${vector(design.rows.map((row) => String(row[place])))}`;
  });
  const lines = [
    "library(metafor)",
    ...(design.formula === null ? [] : [`# ${design.formula.replaceAll(/\s+/g, " ")}`]),
    ...aliased.map(({ name }) => `# ${name} follows from other columns: it has no coefficient`),
    `study <- ${vector(studies.map(({ study }) => quoted(study)))}`,
    `yi <- ${vector(studies.map(({ yi }) => String(yi)))}`,
    `vi <- ${vector(studies.map(({ vi }) => String(vi)))}`,
    "X <- cbind(",
    `${columns.join(",\n")})`,
    `colnames(X) <- ${vector(names.map(quoted))}`,
  ];
  const method = tau2Estimators[choices.tau2 as Tau2Method].r;
  if (method === null) return [...lines, noCounterpart("estimator of τ²", choices.tau2)].join("\n");
  const used = heterogeneity.df === 0 ? "z" : choices.interval;
  const model = [
    `method = ${quoted(heterogeneity.df === 0 ? "EE" : method)}`,
    `test = ${quoted(regressionIntervals[used as keyof typeof regressionIntervals].r)}`,
    `level = ${choices.level}`,
  ];
  return [
    ...lines,
    `fit <- rma(yi, vi, mods = X, intercept = FALSE, slab = study, ${model.join(", ")},`,
    `           ${SETTLED})`,
    "print(fit, digits = 8)",
    ...(fit.tau2.ci === null ? [] : ["confint(fit, digits = 8, control = list(tol = 1e-12))"]),
    ...predicted(fit),
  ].join("\n");
}

/** The fitted effects, with prediction intervals by the chosen rule. */
function predicted({ choices, heterogeneity }: MetaRegression): readonly string[] {
  const { r, minimumK } = predictions[choices.prediction as PredictionMethod];
  if (choices.tau2 === "EE" || heterogeneity.df + 1 < minimumK) return ["predict(fit, digits = 8)"];
  return [
    `# prediction intervals, ${choices.prediction}`,
    "at <- predict(fit)",
    `half <- qt(1 - ${1 - choices.level} / 2, ${r.replaceAll("fit$k", "(fit$k - fit$p + 1)")}) * sqrt(at$se^2 + fit$tau2)`,
    "data.frame(study, mean = at$pred, lower = at$pred - half, upper = at$pred + half)",
  ];
}
