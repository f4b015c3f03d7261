import type { Multilevel } from "../multilevel/result.js";
import { randomToR } from "./randomToR.js";
import { modelMatrixToR, noCounterpart, quoted, vector } from "./syntax.js";

/** Of a multilevel model: rma.mv with its random effects, sampling covariances and tests. */
export function multilevelToR(fit: Multilevel): string {
  const { data, random, aliased, choices, omnibus } = fit;
  const { names } = data.X;
  const written = randomToR(random);
  const model = [
    "mods = X, intercept = FALSE",
    ...written.arguments,
    `method = ${quoted(choices.method)}`,
    `test = ${quoted(choices.test === "t" ? "t" : "z")}`,
    `btt = ${vector(omnibus.names.map((tested) => String(names.indexOf(tested) + 1)))}`,
    `level = ${choices.level}`,
    SETTLED,
  ];
  return [
    "library(metafor)",
    ...(data.formula === null ? [] : [`# ${data.formula.replaceAll(/\s+/g, " ")}`]),
    ...aliased.map((name) => `# ${name} follows from other columns: it has no coefficient`),
    ...[...new Set([`study <- ${vector(data.studies.map(quoted))}`, ...written.data])],
    `yi <- ${vector(data.yi.map(String))}`,
    `vi <- ${vector(data.vi.map(String))}`,
    "V <- diag(vi)",
    ...data.V.map(({ rows, matrix }) => {
      const places = vector(rows.map((row) => String(row + 1)));
      return `V[${places}, ${places}] <- matrix(${vector(matrix.flat().map(String))}, ${rows.length})`;
    }),
    ...modelMatrixToR(names, data.X.rows),
    ...(choices.test === "Kenward-Roger" ? [noCounterpart("test", choices.test)] : []),
    `fit <- rma.mv(yi, V, ${model.join(",\n              ")})`,
    "print(fit, digits = 8)",
    ...(choices.test === "Satterthwaite" ? satterthwaiteToR(fit) : []),
    ...predictionToR(fit),
  ].join("\n");
}

/** Tests with Satterthwaite's degrees of freedom, which metafor does not compute, from those of the fit. */
function satterthwaiteToR({ choices, coefficients }: Multilevel): readonly string[] {
  return [
    "# Satterthwaite's degrees of freedom are not metafor's: these are those of the fit",
    `df <- ${vector(coefficients.map(({ ci }) => String(ci.df)))}`,
    "b <- c(fit$beta)",
    `half <- qt((1 + ${choices.level}) / 2, df) * fit$se`,
    "data.frame(estimate = b, lower = b - half, upper = b + half, p = 2 * pt(-abs(b / fit$se), df))",
  ];
}

/** Where the effect of a new group is expected. */
function predictionToR({ pi, choices, coefficients }: Multilevel): readonly string[] {
  if (pi === null) return [];
  if (choices.test === "Kenward-Roger") return [noCounterpart("prediction interval with", choices.test)];
  const [constant] = coefficients;
  const tail = `(1 + ${choices.level}) / 2`;
  const quantile = constant!.ci.df === null ? `qnorm(${tail})` : `qt(${tail}, ${constant!.ci.df})`;
  return [
    "# prediction interval of a new group",
    `X[1, 1] * c(fit$beta) + c(-1, 1) * ${quantile} * sqrt((X[1, 1] * fit$se)^2 + sum(fit$sigma2))`,
  ];
}

/** The argument that makes rma.mv search on; with a tolerance yet smaller it gives up at variances of 0. */
const SETTLED = "control = list(rel.tol = 1e-10, iter.max = 10000, eval.max = 10000)";
