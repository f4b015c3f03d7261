import { cholesky, choleskyInverse, choleskyLogDeterminant } from "../../linear/cholesky.js";
import { againstColumns, crossProducts, dot, minusCombination, multiply } from "../../linear/products.js";
import type { RandomTerm } from "../random/term.js";
import type { Covariance } from "../structures/structure.js";
import type { BlockMemory, FactorisedBlock } from "./block.js";
import { solveAll } from "./blockVectors.js";
import type { MarginalModel } from "./marginalModel.js";

/** A linear mixed model at given parameters of its random effects. */
export interface Likelihood {
  readonly logLik: number;
  /** (y − Xβ)′M⁻¹(y − Xβ) */
  readonly Q: number;
  /** Generalised least-squares coefficients of the model's X, and their covariance, row by row. */
  readonly beta: Float64Array;
  readonly C: Float64Array;
  /** M⁻¹X, a column each, and M⁻¹(y − Xβ) */
  readonly WX: readonly Float64Array[];
  readonly r: Float64Array;
  readonly covariances: readonly Covariance[];
  readonly factors: readonly FactorisedBlock[];
}

/** G of each term and its slopes, from the parameters of all terms one after the other. */
function covariancesOf(terms: readonly RandomTerm[], theta: Float64Array): readonly Covariance[] {
  let first = 0;
  return terms.map(({ structure, levels, parameters }) => {
    const own = theta.subarray(first, first + parameters.length);
    first += parameters.length;
    return structure.covariance(own, levels);
  });
}

const LOG_2_PI = Math.log(2 * Math.PI);

/** Memory in which the likelihood of a model can be computed again and again: each time what was computed before is lost. */
export function memoryOf({ blocks }: MarginalModel): readonly BlockMemory[] {
  let total = 0;
  for (const { size } of blocks) total += size;
  const space = new Float64Array(total);
  let start = 0;
  return blocks.map(({ size, memory }) => {
    const end = start + size;
    const own = memory(space.subarray(start, end));
    start = end;
    return own;
  });
}

/**
 * The log-likelihood of a linear mixed model, less ½log|X′X| where it is restricted, with β at its optimum for these
 * parameters; null where they give no positive definite covariance.
 *
 * Harville 1977, Journal of the American Statistical Association 72:320-338.
 */
export function likelihoodAt(
  model: MarginalModel,
  theta: Float64Array,
  factors: readonly BlockMemory[] = memoryOf(model),
): Likelihood | null {
  const { X, y, terms, method } = model;
  const p = X.length;
  const covariances = covariancesOf(terms, theta);
  let deviance = (method === "REML" ? y.length - p : y.length) * LOG_2_PI;
  for (let b = 0; b < factors.length; b++) {
    const logDet = factors[b]!.factorise(covariances);
    if (logDet === null) return null;
    deviance += logDet;
  }
  const WX = X.map((column) => solveAll(factors, column));
  const L = cholesky(crossProducts(X, WX), p);
  if (L === null) return null;
  if (method === "REML") deviance += choleskyLogDeterminant(L, p);
  const C = choleskyInverse(L, p);
  const beta = multiply(C, againstColumns(WX, y));
  const e = minusCombination(y, X, beta);
  const r = solveAll(factors, e);
  const Q = dot(e, r);
  deviance += Q;
  return Number.isFinite(deviance) ? { logLik: -0.5 * deviance, Q, beta, C, WX, r, covariances, factors } : null;
}
