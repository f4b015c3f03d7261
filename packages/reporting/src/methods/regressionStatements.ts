import { counted, type MetaRegression, regressionIntervals, tau2Estimators } from "@acumeta/core";
import { heterogeneityStatements, intervalStatement, measureStatement, tau2Statement } from "./sharedStatements.js";
import type { Statement } from "./statement.js";

export function regressionStatements(fit: MetaRegression): readonly Statement[] {
  const { measure, k, design, tau2, choices, leftOut, aliased, omnibus, R2 } = fit;
  const model =
    design.formula === null ? `a given matrix of ${counted(design.names.length, "column")}` : design.formula;
  return [
    measureStatement(measure, counted(k, "study")),
    tau2Statement(tau2Estimators, { method: tau2.method, model: `A meta-regression on ${model}` }),
    intervalStatement(regressionIntervals, { method: choices.interval, level: choices.level }),
    ...(omnibus === null ? [] : [{ text: "Moderators were tested together by a Wald-type test", cites: [] }]),
    ...(R2 === null
      ? []
      : [
          {
            text: "R² is the share of τ² without moderators that they explain",
            cites: ["Raudenbush 1994, in The Handbook of Research Synthesis, ch. 20"],
          },
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          {
            text: `${counted(leftOut.length, "study")} without a value of every moderator ${leftOut.length === 1 ? "was" : "were"} left out`,
            cites: [],
          },
        ]),
    ...(aliased.length === 0
      ? []
      : [
          {
            text: `Columns that follow from others have no coefficient of their own: ${aliased.map(({ name }) => name).join(", ")}`,
            cites: [],
          },
        ]),
    ...heterogeneityStatements(tau2.ci?.method ?? null),
  ];
}
