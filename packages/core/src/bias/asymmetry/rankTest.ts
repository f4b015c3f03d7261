import { exactKendallP, kendall } from "./kendall.js";
import { twoSided } from "./line.js";
import { type Asymmetry, nothing, untestable } from "./result.js";

/** Below this many studies, and without ties, p is exact. */
const EXACT_BELOW = 50;

/**
 * Kendall's test that a standardised deviate does not go with its precision: z = S/√Var(S), and p from the exact
 * distribution of S below 50 studies without ties, else from the normal distribution without continuity correction.
 */
export function rankTest(deviate: Float64Array, size: Float64Array, { exact }: { exact: boolean }): Asymmetry {
  const k = deviate.length;
  const { S, se, tau, tied } = kendall(deviate, size);
  if (tau === null) return untestable("All studies have the same variance or deviate: there is nothing to rank.");
  const test = twoSided({ value: S, se }, null);
  const isExact = exact && !tied && k < EXACT_BELOW;
  return {
    ...nothing,
    ...test,
    p: isExact ? exactKendallP(k, S) : test.p,
    asymmetry: { value: S, se },
    tau,
    notes: [isExact ? "Exact p." : `p by the normal distribution${tied ? ", with ties" : ""}.`],
  };
}
