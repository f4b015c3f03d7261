import {
  type Bounds,
  fixed,
  type Heterogeneity,
  intervals,
  measures,
  type PooledEffect,
  percent,
  predictions,
  pText,
  scientific,
  tau2Estimators,
} from "@acumeta/core";

/** The small print of a forest plot: heterogeneity, the test, the methods, and what the reader must know. */
export function forestNotes(fit: PooledEffect, cutOff: boolean): readonly string[] {
  return [
    ...(fit.k > 1 ? [heterogeneityNote(fit)] : []),
    ...(measures[fit.measure].tells === "level" ? [] : [testNote(fit)]),
    methodsNote(fit),
    ...(fit.pi === null && fit.predictionNote !== null ? [sentence(fit.predictionNote)] : []),
    ...(cutOff ? ["An arrow marks an interval that goes on beyond the axis."] : []),
    ...fit.warnings.map(({ message }) => `Note: ${sentence(message)}`),
  ];
}

/** "Random-effects mean" or "Common-effect mean". */
export function pooledLabel({ tau2, k }: PooledEffect): string {
  if (k === 1) return "Single study";
  return tau2.method === "EE" ? "Common-effect mean" : "Random-effects mean";
}

/** The registered label of an id; an id that is not registered here stands for itself. */
export function labelOf(registry: Readonly<Record<string, { readonly label: string }>>, id: string): string {
  return registry[id]?.label ?? id;
}

/** τ², I² and Q of a fit, with their limits. */
export function heterogeneityNote({
  tau2,
  heterogeneity: { I2, I2Ci, Q, df, p },
}: Pick<PooledEffect, "tau2"> & {
  readonly heterogeneity: Pick<Heterogeneity, "I2" | "I2Ci" | "Q" | "df" | "p">;
}): string {
  const spread = tau2.method === "EE" ? [] : [`τ² = ${significant(tau2.value)}${limits(tau2.ci, significant)}`];
  const share = `I² = ${fixed(I2, 0)}%${limits(I2Ci, (x) => `${fixed(x, 0)}%`)}`;
  return `Heterogeneity: ${[...spread, share, `Q = ${fixed(Q, 2)}, df = ${df}, ${pText(p)}`].join("; ")}.`;
}

function testNote({ ci: { statistic, df, p } }: PooledEffect): string {
  if (statistic === null) return "No test of no effect: the standard error is 0.";
  const test = df === null ? `z = ${fixed(statistic, 2)}` : `t = ${fixed(statistic, 2)}, df = ${Number(df.toFixed(1))}`;
  return `Test of no effect: ${test}, ${pText(p)}.`;
}

function methodsNote({ tau2, ci, pi, k }: PooledEffect): string {
  const model =
    tau2.method === "EE"
      ? "common-effect model (τ² = 0)"
      : `τ²: ${labelOf(tau2Estimators, tau2.method)} (${tau2.method})`;
  const parts = [
    ...(k > 1 ? [model] : []),
    `${percent(ci.level)} confidence interval: ${labelOf(intervals, ci.method)} (${ci.method})`,
    ...(pi === null ? [] : [`prediction interval: ${labelOf(predictions, pi.method)}`]),
  ];
  return `Methods: ${parts.join("; ")}.`.replaceAll(" − ", "\u00a0−\u00a0");
}

function limits(bounds: Bounds | null, text: (x: number) => string): string {
  return bounds === null ? "" : ` (${percent(bounds.level)} CI ${text(bounds.lower)} to ${text(bounds.upper)})`;
}

/** Three significant digits. */
function significant(x: number): string {
  if (x === 0) return "0";
  return x < 1e-4 || x >= 1e6 ? scientific(x) : String(Number(x.toPrecision(3)));
}

/** With a full stop, unless it ends otherwise. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
