import type { Covariance } from "./structure.js";

/** A correlation matrix, row by row, with its slope along each of its parameters. */
export interface Correlated {
  readonly R: Float64Array;
  readonly slopes: readonly Float64Array[];
}

/** τ²R and its slopes: along τ², then along the parameters of R. */
export function oneVariance(tau2: number, { R, slopes }: Correlated): Covariance {
  return { G: times(R, tau2), slopes: [R, ...slopes.map((slope) => times(slope, tau2))] };
}

/** τᵢτⱼRᵢⱼ and its slopes: along each standard deviation τᵢ, then along the parameters of R. */
export function ownVariances(tau: Float64Array, { R, slopes }: Correlated): Covariance {
  return {
    G: scaled(R, tau),
    slopes: [...Array.from(tau, (_, level) => alongOne(R, tau, level)), ...slopes.map((slope) => scaled(slope, tau))],
  };
}

function times(matrix: Float64Array, factor: number): Float64Array {
  return matrix.map((each) => factor * each);
}

function scaled(R: Float64Array, tau: Float64Array): Float64Array {
  const m = tau.length;
  return R.map((each, at) => each * tau[Math.floor(at / m)]! * tau[at % m]!);
}

/** The slope of τᵢτⱼRᵢⱼ along one τ. */
function alongOne(R: Float64Array, tau: Float64Array, level: number): Float64Array {
  const m = tau.length;
  const slope = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    const other = j === level ? 2 * tau[j]! : tau[j]! * R[level * m + j]!;
    slope[level * m + j] = other;
    slope[j * m + level] = other;
  }
  return slope;
}
