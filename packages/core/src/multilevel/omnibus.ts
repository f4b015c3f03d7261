import { cholesky, choleskySolve } from "../linear/cholesky.js";
import { dot } from "../linear/products.js";
import { symmetricEigen } from "../linear/symmetricEigen.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { fCdf } from "../numerics/fDistribution.js";
import type { OmnibusTest } from "./result.js";

/** Coefficients with their covariance, row by row, and the degrees of freedom of any combination of them. */
export interface Tested {
  readonly names: readonly string[];
  readonly beta: Float64Array;
  readonly vcov: Float64Array;
  readonly df: (combination: Float64Array) => number | null;
}

/**
 * Wald test of coefficients at once: χ², or F with the degrees of freedom that make the mean of the sum of squared
 * independent t statistics right.
 *
 * Fai & Cornelius 1996, Journal of Statistical Computation and Simulation 54:363-378.
 */
export function omnibusTest({ names, beta, vcov, df }: Tested, tested: readonly number[]): OmnibusTest {
  const m = tested.length;
  const p = beta.length;
  const own = Float64Array.from(tested, (i) => beta[i]!);
  const V = Float64Array.from(tested.flatMap((i) => tested.map((j) => vcov[i * p + j]!)));
  const chiSquare = dot(own, choleskySolve(cholesky(V, m)!, own));
  const df2 = denominator(V, m, (direction) => {
    const combination = new Float64Array(p);
    for (const [i, place] of tested.entries()) combination[place] = direction[i]!;
    return df(combination);
  });
  const chosen = tested.map((i) => names[i]!);
  if (df2 === null)
    return { names: chosen, statistic: chiSquare, df1: m, df2, p: chiSquareCdf(chiSquare, m, { upper: true }) };
  return {
    names: chosen,
    statistic: chiSquare / m,
    df1: m,
    df2,
    p: fCdf(chiSquare / m, { df1: m, df2 }, { upper: true }),
  };
}

/**
 * Independent combinations of the coefficients, in units of their standard errors so that those of the moderators don't
 * matter, and the degrees of freedom of F that their own make: 2E/(E − m) with E = Σν/(ν − 2), E − m = Σ2/(ν − 2), and 2 where one has no more.
 */
function denominator(V: Float64Array, m: number, df: (direction: Float64Array) => number | null): number | null {
  const se = Float64Array.from({ length: m }, (_, i) => Math.sqrt(V[i * m + i]!));
  const correlations = V.map((each, at) => each / (se[Math.floor(at / m)]! * se[at % m]!));
  const directions = symmetricEigen(correlations, m).vectors.map((vector) => vector.map((each, i) => each / se[i]!));
  const dfs = directions.map(df);
  if (dfs.some((each) => each === null)) return null;
  const known = dfs as readonly number[];
  if (known.every((each) => each === known[0])) return known[0]!;
  if (known.some((each) => each <= 2)) return 2;
  const beyond = known.reduce((sum, each) => sum + 2 / (each - 2), 0);
  return (2 * (m + beyond)) / beyond;
}
