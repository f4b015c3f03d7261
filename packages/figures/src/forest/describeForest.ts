import { type PooledEffect, percent } from "@acumeta/core";
import { type ForestScale, withInterval } from "./forestScale.js";

/** What a forest plot says, in words: its alternative text. */
export function describeForest(fit: PooledEffect, scale: ForestScale, title: string): string {
  const studies = `${fit.k} ${fit.k === 1 ? "study" : "studies"}${fit.n === null ? "" : ` with ${fit.n} patients`}`;
  const pooled = `${scale.short} ${withInterval({ ...fit.ci, estimate: fit.estimate }, scale)}`;
  const prediction =
    fit.pi === null
      ? ""
      : `; ${percent(fit.pi.level)} prediction interval ${scale.text(fit.pi.lower)} to ${scale.text(fit.pi.upper)}`;
  const spread = fit.k === 1 ? "" : `; I² ${fit.heterogeneity.I2.toFixed(0)}%`;
  return `Forest plot${title === "" ? "" : `, ${title}`}: ${studies}; pooled ${pooled}, ${percent(fit.ci.level)} confidence interval${prediction}${spread}.`;
}
