import { backTransform, measures, type PooledEffect } from "@acumeta/core";
import { decimals, pValue, withInterval } from "./numbers.js";
import { textTable } from "./table.js";

/** A pooled effect in plain text: the studies, the estimate, what varies, and which choices made it. */
export function describeFit(fit: PooledEffect): string {
  return [studies(fit), "", ...summary(fit)].join("\n");
}

function studies({ measure, studies: rows, choices }: PooledEffect): string {
  const shown = (x: number) => backTransform(measure, x);
  const { ratio, label } = measures[measure];
  return textTable(rows, [
    { head: "study", cell: ({ study }) => study },
    { head: "n", cell: ({ n }) => n, align: "right" },
    {
      head: `${ratio ? label : measure} [${percent(choices.level)} % CI]`,
      cell: ({ yi, lower, upper }) => withInterval(shown(yi), { lower: shown(lower), upper: shown(upper) }),
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
  const shown = (x: number) => backTransform(measure, x);
  const bounds = ({ lower, upper }: { lower: number; upper: number }) => ({ lower: shown(lower), upper: shown(upper) });
  return [
    `Pooled      ${withInterval(shown(estimate), bounds(ci))}  (${percent(choices.level)} % interval, ${ci.method}; p ${pValue(ci.p)}; k = ${k}${n === null ? "" : `, n = ${n}`})`,
    pi === null
      ? `Prediction  ${predictionNote ?? "undefined"}`
      : `Prediction  [${decimals(shown(pi.lower))}, ${decimals(shown(pi.upper))}]  (${pi.method})`,
    `Between     tau² ${decimals(tau2.value, 4)} (${tau2.method})${tau2.ci === null ? "" : ` [${decimals(tau2.ci.lower, 4)}, ${decimals(tau2.ci.upper, 4)}]`}, I² ${decimals(heterogeneity.I2, 1)} %, Q ${decimals(heterogeneity.Q)} on ${heterogeneity.df} df, p ${pValue(heterogeneity.p)}`,
    ...warnings.map(({ message }) => `Warning     ${message}`),
  ];
}

/** 0.95 → "95", 0.999 → "99.9". */
function percent(level: number): string {
  return String(Number((100 * level).toPrecision(6)));
}
