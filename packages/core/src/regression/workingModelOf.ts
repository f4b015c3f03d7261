import type { MetaRegression } from "./result.js";
import { checkFit, columnsOf } from "./spaceOfResult.js";
import type { WorkingModel } from "./workingModel.js";

/**
 * A meta-regression as robust variances see it: the columns with a coefficient, and each effect a block of its own with the
 * variance v + τ² that the fit assumed.
 *
 * @example
 * import { metaRegression, workingModelOf } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, weeks: 12 },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, weeks: 20 },
 * ] as const;
 * const { names, blocks } = workingModelOf(metaRegression(effects, { moderators: "~ weeks", tau2: "EE" }));
 * names; // => ["intrcpt", "weeks"]
 * [...blocks[1].matrix]; // => [0.03]
 */
export function workingModelOf(fit: MetaRegression): WorkingModel {
  checkFit(fit);
  const { coefficients, design, studies, tau2 } = fit;
  const columns = columnsOf(fit);
  const names = coefficients.map(({ name }) => name);
  return {
    names,
    X: names.map((name) => columns[design.names.indexOf(name)]!),
    y: Float64Array.from(studies, ({ yi }) => yi),
    blocks: studies.map(({ vi }, i) => ({ rows: Int32Array.of(i), matrix: Float64Array.of(vi + tau2.value) })),
  };
}
