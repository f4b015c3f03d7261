import type { Group } from "../../../convert/combineGroups.js";
import { messages } from "../../../errors/messages.js";
import { metaError } from "../../../errors/metaError.js";

/** The standard deviation pooled over all arms of a trial, √(Σ(n − 1)sd²/(N − t)), with N patients and N − t degrees of freedom. */
export interface PooledOverArms {
  readonly sd: number;
  readonly N: number;
  readonly df: number;
}

/** Refuses (`GROUPS_TOO_SMALL`) fewer than `leastDf` degrees of freedom. */
export function pooledOverArms(arms: readonly Group[], leastDf: number): PooledOverArms {
  let [squares, N] = [0, 0];
  for (const { n, sd } of arms) {
    squares += (n - 1) * sd ** 2;
    N += n;
  }
  const df = N - arms.length;
  if (df < leastDf)
    throw metaError(
      messages.tooFewPatients({ found: N, needed: arms.length + leastDf, what: `a trial of ${arms.length} arms` }),
    );
  return { sd: Math.sqrt(squares / df), N, df };
}
