import type { WorkingJoint } from "./workingJoint.js";

/** By how much the one at row i is better than the one at column j, and the standard error of it, row by row. */
export interface Differences {
  readonly difference: Float64Array;
  readonly se: Float64Array;
}

/** In parts of the numbers subtracted, what of a difference may be rounding. */
const ROUNDING = 64 * Number.EPSILON;

export function differences({ advantage, V }: Pick<WorkingJoint, "advantage" | "V">): Differences {
  const n = advantage.length;
  const difference = new Float64Array(n * n);
  const se = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [one, other] = [advantage[i]!, advantage[j]!];
      const apart = one - other;
      const known = Math.abs(apart) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other)) ? 0 : apart;
      const total = V[i * n + i]! + V[j * n + j]!;
      const variance = total - V[i * n + j]! - V[j * n + i]!;
      difference[i * n + j] = known;
      difference[j * n + i] = 0 - known;
      se[i * n + j] = variance <= ROUNDING * total ? 0 : Math.sqrt(variance);
      se[j * n + i] = se[i * n + j]!;
    }
  return { difference, se };
}
