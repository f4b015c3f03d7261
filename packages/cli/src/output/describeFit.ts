import { boundsText, effectHead, effectText, type PooledEffect, percent } from "@acumeta/core";
import { decimals, pValue } from "./numbers.js";
import { textTable } from "./table.js";

/** A pooled effect in plain text: the studies, the estimate, what varies, and which choices made it. */
export function describeFit(fit: PooledEffect): string {
  return [studies(fit), "", ...summary(fit)].join("\n");
}

function studies({ measure, studies: rows, choices }: PooledEffect): string {
  return textTable(rows, [
    { head: "study", cell: ({ study }) => study },
    { head: "n", cell: ({ n }) => n, align: "right" },
    {
      head: effectHead(measure, choices.level),
      cell: ({ yi, ...bounds }) => `${effectText(measure, yi)} ${boundsText(measure, bounds)}`,
      align: "right",
    },
    { head: "weight", cell: ({ weight }) => `${decimals(weight, 1)} %`, align: "right" },
  ]);
}

function summary({
  measure,
  k,
  n,
  estimate,
  ci,
  pi,
  predictionNote,
  tau2,
  heterogeneity,
  choices,
  warnings,
}: PooledEffect): string[] {
  return [
    `Pooled      ${effectText(measure, estimate)} ${boundsText(measure, ci)}  (${percent(choices.level)} interval, ${ci.method}; p ${pValue(ci.p)}; k = ${k}${n === null ? "" : `, n = ${n}`})`,
    pi === null
      ? `Prediction  ${predictionNote ?? "undefined"}`
      : `Prediction  ${boundsText(measure, pi)}  (${pi.method})`,
    `Between     tau² ${decimals(tau2.value, 4)} (${tau2.method})${tau2.ci === null ? "" : ` [${decimals(tau2.ci.lower, 4)}, ${decimals(tau2.ci.upper, 4)}]`}, I² ${decimals(heterogeneity.I2, 1)} %, Q ${decimals(heterogeneity.Q)} on ${heterogeneity.df} df, p ${pValue(heterogeneity.p)}`,
    ...warnings.map(({ message }) => `Warning     ${message}`),
  ];
}
