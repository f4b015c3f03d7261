import { type PredictionMethod, predictions } from "../pool/prediction/index.js";
import { type Tau2Method, tau2Estimators } from "../pool/tau2/index.js";
import { regressionIntervals } from "../regression/intervals.js";
import type { MetaRegression } from "../regression/result.js";
import { estimatorNotInR } from "./estimatorNotInR.js";
import { modelMatrixToR, quoted, SETTLED, vector } from "./syntax.js";

/** Of a meta-regression: the columns of the model matrix that have a coefficient, the interval of τ², and predictions. */
export function metaRegressionToR(fit: MetaRegression): string {
  const { studies, coefficients, design, aliased, choices, heterogeneity } = fit;
  const names = coefficients.map(({ name }) => name);
  const places = names.map((name) => design.names.indexOf(name));
  const rows = design.rows.map((row) => places.map((place) => row[place]!));
  const lines = [
    "library(metafor)",
    ...(design.formula === null ? [] : [`# ${design.formula.replaceAll(/\s+/g, " ")}`]),
    ...aliased.map(({ name }) => `# ${name} follows from other columns: it has no coefficient`),
    `study <- ${vector(studies.map(({ study }) => quoted(study)))}`,
    `yi <- ${vector(studies.map(({ yi }) => String(yi)))}`,
    `vi <- ${vector(studies.map(({ vi }) => String(vi)))}`,
    ...modelMatrixToR(names, rows),
  ];
  const method = tau2Estimators[choices.tau2 as Tau2Method].r;
  if (method === null) throw estimatorNotInR(choices.tau2);
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
    `half <- qt((1 + ${choices.level}) / 2, ${r.replaceAll("fit$k", "(fit$k - fit$p + 1)")}) * sqrt(at$se^2 + fit$tau2)`,
    "data.frame(study, mean = at$pred, lower = at$pred - half, upper = at$pred + half)",
  ];
}
