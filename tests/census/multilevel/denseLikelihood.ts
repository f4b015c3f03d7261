import type { RandomEffect } from "@acumeta/core";
import { cholesky, choleskyLogDeterminant, choleskySolve } from "../../../packages/core/src/linear/cholesky.ts";
import { dot } from "../../../packages/core/src/linear/products.ts";
import { type DependentEffect, type RandomModel, timesOf } from "./randomModel.ts";

/** The log-likelihood of a model along parameters without bounds. */
export interface Unbounded {
  readonly parameters: number;
  /** −Infinity where the covariance is not positive definite. */
  readonly logLikelihood: (theta: Float64Array) => number;
}

/** The covariance of two effects that one kind of random effects gives them. */
interface Part {
  readonly parameters: number;
  readonly at: (theta: Float64Array) => (a: DependentEffect, b: DependentEffect) => number;
}

/** Written from the definitions of the structures and of the likelihood: one full matrix, other parameters than the library's. */
export function denseLikelihood({ effects, options }: RandomModel): Unbounded {
  const n = effects.length;
  const unit = effects.reduce((sum, { vi }) => sum + vi, 0) / n;
  const parts = options.random.flatMap((random) => partsOf(random, effects, unit));
  const S = new Float64Array(n * n);
  for (const [i, { vi }] of effects.entries()) S[i * n + i] = vi;
  for (const { rows, matrix } of options.V)
    for (const [i, a] of rows.entries()) for (const [j, b] of rows.entries()) S[a * n + b] = matrix[i]![j]!;
  const y = Float64Array.from(effects, ({ yi }) => yi);
  const X = [y.map(() => 1), ...(options.moderators === "~ x" ? [Float64Array.from(effects, ({ x }) => x)] : [])];
  const restricted = options.method === "REML";
  const ofX = restricted ? logDeterminant(X, X) : 0;
  return {
    parameters: parts.reduce((sum, { parameters }) => sum + parameters, 0),
    logLikelihood: (theta) => {
      const M = S.slice();
      let first = 0;
      for (const { parameters, at } of parts) {
        const covariance = at(theta.subarray(first, first + parameters));
        first += parameters;
        for (let i = 0; i < n; i++)
          for (let j = 0; j <= i; j++) {
            M[i * n + j]! += covariance(effects[i]!, effects[j]!);
            M[j * n + i] = M[i * n + j]!;
          }
      }
      const L = cholesky(M, n);
      if (L === null) return Number.NEGATIVE_INFINITY;
      const WX = X.map((column) => choleskySolve(L, column));
      const fitted = new Float64Array(X.length);
      for (const [j, column] of WX.entries()) fitted[j] = dot(column, y);
      const information = products(X, WX);
      const K = cholesky(information, X.length);
      if (K === null) return Number.NEGATIVE_INFINITY;
      const Q = dot(y, choleskySolve(L, y)) - dot(fitted, choleskySolve(K, fitted));
      const ofInformation = restricted ? choleskyLogDeterminant(K, X.length) - ofX : 0;
      const count = restricted ? n - X.length : n;
      return -0.5 * (count * Math.log(2 * Math.PI) + choleskyLogDeterminant(L, n) + ofInformation + Q);
    },
  };
}

function partsOf(random: RandomEffect, effects: readonly DependentEffect[], unit: number): readonly Part[] {
  if (random === "~ 1 | study/effect") return [intercept(sameStudy, unit), intercept((a, b) => a === b, unit)];
  if (random === "~ 1 | effect") return [intercept((a, b) => a === b, unit)];
  if (random === "~ 1 | study") return [intercept(sameStudy, unit)];
  if (random === "~ 1 | country") return [intercept((a, b) => a.country === b.country, unit)];
  if (typeof random === "string") throw new Error(`no part for ${random}`);
  if ("group" in random) {
    const { names, matrix } = random.correlation!;
    const known = (a: DependentEffect, b: DependentEffect) =>
      matrix[names.indexOf(a.country)]![names.indexOf(b.country)]!;
    return [
      {
        parameters: 1,
        at:
          ([root]) =>
          (a, b) =>
            unit * root! ** 2 * known(a, b),
      },
    ];
  }
  return [structured(random.structure!, timesOf(effects), unit)];
}

function sameStudy(a: DependentEffect, b: DependentEffect): boolean {
  return a.study === b.study;
}

function intercept(together: (a: DependentEffect, b: DependentEffect) => boolean, unit: number): Part {
  return {
    parameters: 1,
    at:
      ([root]) =>
      (a, b) =>
        together(a, b) ? unit * root! ** 2 : 0,
  };
}

/** G of the levels of a study. */
function structured(structure: string, times: readonly number[], unit: number): Part {
  const m = times.length;
  const within =
    (G: (i: number, j: number) => number) =>
    (a: DependentEffect, b: DependentEffect): number =>
      a.study === b.study ? unit * G(times.indexOf(a.level), times.indexOf(b.level)) : 0;
  const own = structure !== "ID" && structure !== "CS" && structure !== "AR" && structure !== "CAR";
  const variances = own ? m : 1;
  if (structure === "UN") {
    const at = (theta: Float64Array) => {
      const row = (i: number) => theta.subarray((i * (i + 1)) / 2, ((i + 1) * (i + 2)) / 2);
      return within((i, j) => dot(row(Math.min(i, j)), row(Math.max(i, j))));
    };
    return { parameters: (m * (m + 1)) / 2, at };
  }
  const isUncorrelated = structure === "ID" || structure === "DIAG" || m === 1;
  const lowest = { CS: -1 / (m - 1), HCS: -1 / (m - 1), AR: -1, HAR: -1 }[structure] ?? 0;
  const power = (i: number, j: number) => {
    if (structure === "CS" || structure === "HCS") return 1;
    return structure === "CAR" ? Math.abs(times[i]! - times[j]!) : Math.abs(i - j);
  };
  const at = (theta: Float64Array) => {
    const tau = (i: number) => theta[own ? i : 0]! ** 2;
    const rho = lowest + (1 - lowest) * (0.5 + 0.5 * Math.sin(theta[variances]!));
    const R = (i: number, j: number) => (i === j ? 1 : isUncorrelated ? 0 : rho ** power(i, j));
    return within((i, j) => tau(i) * tau(j) * R(i, j));
  };
  return { parameters: variances + (isUncorrelated ? 0 : 1), at };
}

function products(A: readonly Float64Array[], B: readonly Float64Array[]): Float64Array {
  return Float64Array.from(A.flatMap((a) => B.map((b) => dot(a, b))));
}

function logDeterminant(A: readonly Float64Array[], B: readonly Float64Array[]): number {
  return choleskyLogDeterminant(cholesky(products(A, B), A.length)!, A.length);
}
