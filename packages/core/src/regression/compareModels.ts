import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { freeze } from "../numerics/freeze.js";
import type { FitStatistics } from "../pool/result.js";
import { dot, orthogonalise, projectOut } from "./orthogonalise.js";
import type { MetaRegression } from "./result.js";
import { checkFit, columnsOf } from "./spaceOfResult.js";

/** One of two models compared. */
export interface ComparedModel extends FitStatistics {
  /** null for a given matrix. */
  readonly formula: string | null;
  readonly tau2: number;
  /** Coefficients, and τ² unless it is 0 by assumption. */
  readonly parameters: number;
}

/** What {@link compareModels} gives. */
export interface ModelComparison {
  /** Twice the difference of the log-likelihoods. */
  readonly statistic: number;
  /** Parameters that the full model has more. */
  readonly df: number;
  readonly p: number;
  readonly likelihood: "ML" | "REML";
  /** Whether τ² is one of the parameters compared: p is then that of a mixture of two χ² distributions. */
  readonly comparesTau2: boolean;
  readonly full: ComparedModel;
  readonly reduced: ComparedModel;
}

/**
 * Likelihood-ratio test of two meta-regressions, one of which holds the other, in any order: of moderators (both fitted with
 * `tau2: "ML"`), or of τ² (one with "EE"; also by "REML" where the moderators are the same). Where τ² is compared, its value
 * under the reduced model is at the edge of what is possible, and p is ½P(χ²_m ≥ x) + ½P(χ²_{m+1} ≥ x), m the moderators
 * compared.
 *
 * Throws `NOT_COMPARABLE` for fits to other studies, for models of which none holds the other, for restricted likelihoods of
 * different moderators, and for τ² by a method that maximises no likelihood; `NOT_A_FIT`.
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629; Self & Liang 1987, Journal of the American Statistical
 * Association 82:605-610, case 5 and 6.
 *
 * @example
 * import { compareModels, metaRegression } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, weeks: 12 },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, weeks: 20 },
 *   { study: "D", measure: "SMD", yi: 0.7, vi: 0.04, weeks: 26 },
 * ] as const;
 * const full = metaRegression(effects, { moderators: "~ weeks", tau2: "ML" });
 * const reduced = metaRegression(effects, { moderators: "~ 1", tau2: "ML" });
 * compareModels(full, reduced).p; // => 0.0236
 */
export function compareModels(a: MetaRegression, b: MetaRegression): ModelComparison {
  checkFit(a);
  checkFit(b);
  const refuse = (found: string, mend: string) =>
    metaError(
      messages.notComparable({ found, allowed: "two fits to the same effects, one of which holds the other", mend }),
    );
  if (!haveSameEffects(a, b)) throw refuse("fits to different effects", "Leave out the same studies in both.");
  const aHoldsB = holds(a, b);
  const bHoldsA = holds(b, a);
  if (!aHoldsB && !bHoldsA) throw refuse("models of which none holds the other", "Compare their AICc (fit.ML.AICc).");
  if (aHoldsB && bHoldsA) throw refuse("the same model twice", "Leave moderators out of one.");
  const [full, reduced] = aHoldsB ? [a, b] : [b, a];
  const likelihood = likelihoodOf(full, reduced);
  const [one, other] = [comparedModel(full, likelihood), comparedModel(reduced, likelihood)];
  const statistic = Math.max(0, 2 * (one.logLik - other.logLik));
  const comparesTau2 = hasTau2(full) !== hasTau2(reduced);
  const df = one.parameters - other.parameters;
  const p = comparesTau2 ? 0.5 * (upperTail(statistic, df - 1) + upperTail(statistic, df)) : upperTail(statistic, df);
  return freeze({ statistic, df, p, likelihood, comparesTau2, full: one, reduced: other });
}

function haveSameEffects(a: MetaRegression, b: MetaRegression): boolean {
  return (
    a.k === b.k &&
    a.measure === b.measure &&
    a.studies.every(({ study, yi, vi }, i) => {
      const other = b.studies[i]!;
      return study === other.study && yi === other.yi && vi === other.vi;
    })
  );
}

const hasTau2 = ({ choices }: MetaRegression): boolean => choices.tau2 !== "EE";

/** Whether every model of b is one of a. */
function holds(a: MetaRegression, b: MetaRegression): boolean {
  return (hasTau2(a) || !hasTau2(b)) && spans(a, b);
}

/** What remains of a column beyond those of another model, in parts of its length, below which it is one of them. */
const NEGLIGIBLE = 1e-7;

function spans(a: MetaRegression, b: MetaRegression): boolean {
  const { Q } = orthogonalise(columnsOf(a), new Float64Array(a.k).fill(1));
  return columnsOf(b).every((column) => {
    const size = dot(column, column);
    projectOut(Q, column);
    return dot(column, column) <= NEGLIGIBLE ** 2 * size;
  });
}

function likelihoodOf(full: MetaRegression, reduced: MetaRegression): "ML" | "REML" {
  const methods = [full, reduced].map(({ choices }) => choices.tau2).filter((method) => method !== "EE");
  if (methods.every((method) => method === "ML")) return "ML";
  const allowed = 'fits with tau2 "ML" or "EE" (or "REML" and "EE" with the same moderators)';
  const mend = 'Fit both with tau2: "ML".';
  const other = methods.find((method) => method !== "REML");
  if (other !== undefined)
    throw metaError(messages.notComparable({ found: `τ² by ${methods.join(" and ")}`, allowed, mend }));
  if (!spans(reduced, full))
    throw metaError(messages.notComparable({ found: "restricted likelihoods of different moderators", allowed, mend }));
  return "REML";
}

function comparedModel(model: MetaRegression, likelihood: "ML" | "REML"): ComparedModel {
  const { fit, tau2, coefficients, design } = model;
  const statistics = fit[likelihood] ?? fit.ML;
  const parameters = coefficients.length + (hasTau2(model) ? 1 : 0);
  return { formula: design.formula, tau2: tau2.value, parameters, ...statistics };
}

/** P(χ² ≥ x); with 0 degrees of freedom χ² is 0. */
function upperTail(x: number, df: number): number {
  if (df === 0) return x > 0 ? 0 : 1;
  return chiSquareCdf(x, df, { upper: true });
}
