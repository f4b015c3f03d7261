import { information } from "../../bias/selection/information.js";
import { cholesky, choleskyInverse } from "../../linear/cholesky.js";
import type { LogVariances } from "./logVariances.js";
import type { LocationScaleMaximum } from "./maximise.js";

/** What the second derivatives of the likelihood say of the coefficients that were found. */
export interface ScaleInformation {
  /** Covariance of γ, row by row; null where the likelihood has no maximum or hardly falls off from it. */
  readonly ofGamma: Float64Array | null;
  readonly condition: number | null;
}

/** The standard error of a study's log τ² above which it counts as not told: it leaves open 80 powers of ten. */
const UNTOLD = 100;

/** τ² in parts of the sampling variance, below which a study has no say. */
const MUTE = 1e-6;

export function scaleInformation(
  { found, logVariances, tau2 }: LocationScaleMaximum,
  v: Float64Array,
): ScaleInformation {
  const q = found.x.length;
  const { condition } = information(found);
  const L = cholesky(found.hessian, q);
  if (condition === null || L === null) return { ofGamma: null, condition: null };
  const ofGamma = choleskyInverse(L, q);
  const heard = logVariances.rows.filter((row) => tau2[row]! > MUTE * v[row]!);
  const isTold = heard.every((row) => varianceAt(logVariances, ofGamma, row) < UNTOLD ** 2);
  return { ofGamma: isTold ? ofGamma : null, condition };
}

/** The variance of log τ² of a study. */
export function varianceAt({ columns }: LogVariances, ofGamma: Float64Array, row: number): number {
  const q = columns.length;
  let sum = 0;
  for (let i = 0; i < q; i++)
    for (let j = 0; j < q; j++) sum += columns[i]![row]! * ofGamma[i * q + j]! * columns[j]![row]!;
  return sum;
}

/** Covariance of α = R⁻¹γ, in the order of the columns kept, row by row. */
export function covarianceOfAlpha({ inverse }: LogVariances, ofGamma: Float64Array): Float64Array {
  const q = inverse.length;
  const out = new Float64Array(q * q);
  for (let a = 0; a < q; a++)
    for (let b = 0; b < q; b++)
      for (let i = a; i < q; i++)
        for (let j = b; j < q; j++) out[a * q + b]! += inverse[i]![a]! * ofGamma[i * q + j]! * inverse[j]![b]!;
  return out;
}
