import { counted, intervals, type Network, networkTau2Estimators } from "@acumeta/core";
import {
  heterogeneityStatements,
  intervalStatement,
  measureStatement,
  predictionStatement,
  tau2Statement,
} from "./sharedStatements.js";
import type { Statement } from "./statement.js";

export function networkStatements(fit: Network): readonly Statement[] {
  const { measure, k, m, treatments, reference, designs, tau2, heterogeneity, effects, choices, leftOut } = fit;
  const severalArms = designs.filter((design) => design.treatments.length > 2).flatMap(({ studies }) => studies).length;
  return [
    measureStatement(measure, `${counted(m, "comparison")} of ${counted(k, "trial")}`),
    {
      text: `A network meta-analysis compared ${counted(treatments.length, "treatment")}, with ${reference} as reference, by generalised least squares`,
      cites: ["Rücker 2012, Research Synthesis Methods 3:312-324"],
    },
    ...(severalArms === 0
      ? []
      : [
          {
            text: `The comparisons of ${counted(severalArms, "trial")} of three or more arms entered with their covariances`,
            cites: [],
          },
        ]),
    heterogeneity.df === 0 && tau2.method !== "EE"
      ? { text: "Variance between studies, τ², can't be estimated from these trials and was taken as 0", cites: [] }
      : tau2Statement(networkTau2Estimators, { method: tau2.method, model: "The model" }),
    intervalStatement(intervals, { method: effects[0]!.ci.method, level: choices.level }),
    ...(effects.every(({ pi }) => pi === null) ? [] : [predictionStatement(choices.prediction)]),
    ...heterogeneityStatements(tau2.ci?.method ?? null),
    ...(leftOut.length === 0
      ? []
      : [
          {
            text: `${counted(leftOut.length, "comparison")} that no trial joins with the reference ${leftOut.length === 1 ? "was" : "were"} left out`,
            cites: [],
          },
        ]),
  ];
}
