import { semidefiniteCholesky } from "../../linear/cholesky.js";
import { uniforms } from "../../resample/random.js";
import type { WorkingJoint } from "../workingJoint.js";
import { chiSquares } from "./chiSquares.js";
import { normals } from "./normals.js";

/** Where χ² would be 0 to the computer, t without end. */
const LEAST = 1e-300;

/**
 * Fills an array, each time it is called, with how far estimates may be from the truth: joint normal deviations, or t where
 * there are degrees of freedom. The same for the same seed.
 */
export function deviations({ V, df, names }: WorkingJoint, seed: number): (into: Float64Array) => void {
  const n = names.length;
  const L = semidefiniteCholesky(V, n) ?? new Float64Array(n * n);
  const uniform = uniforms(seed);
  const normal = normals(uniform);
  const chiSquare = df === null ? null : chiSquares(df, uniform, normal);
  const z = new Float64Array(n);
  return (into) => {
    const stretch = chiSquare === null ? 1 : Math.sqrt(df! / Math.max(LEAST, chiSquare()));
    for (let i = 0; i < n; i++) z[i] = stretch * normal();
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0, at = i * n; j <= i; j++, at++) sum += L[at]! * z[j]!;
      into[i] = sum;
    }
  };
}
