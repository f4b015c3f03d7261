import type { NetworkEffect } from "@acumeta/core";
import fc from "fast-check";

export type Comparison = NetworkEffect<"MD">;

export interface ArmMean {
  readonly treatment: string;
  readonly mean: number;
  /** Squared standard error. */
  readonly variance: number;
}

/** All comparisons of a trial's independent arms. */
export function trialOf(study: string, arms: readonly ArmMean[]): readonly Comparison[] {
  return arms.flatMap((one, i) =>
    arms.slice(i + 1).map(
      (other): Comparison => ({
        study,
        measure: "MD",
        treat1: one.treatment,
        treat2: other.treatment,
        yi: one.mean - other.mean,
        vi: one.variance + other.variance,
      }),
    ),
  );
}

export const comparison = (study: string, treat1: string, treat2: string, yi: number, vi: number): Comparison => ({
  study,
  measure: "MD",
  treat1,
  treat2,
  yi,
  vi,
});

export const turned = ({ treat1, treat2, yi, ...rest }: Comparison): Comparison => ({
  ...rest,
  treat1: treat2,
  treat2: treat1,
  yi: -yi,
});

/** Means and variances that doubles hold exactly, variances within a factor of 16. */
const numbers = fc.record({
  mean: fc.integer({ min: -512, max: 512 }).map((n) => n / 128),
  variance: fc.integer({ min: 16, max: 256 }).map((n) => n / 1024),
});

/**
 * Connected networks of 3 to 6 treatments: a trial joins each treatment to an earlier one, and 1 to 8 more trials of 2 to 4 arms
 * make loops.
 */
export const networks: fc.Arbitrary<readonly Comparison[]> = fc
  .integer({ min: 3, max: 6 })
  .chain((n) => {
    const names = ["a", "b", "c", "d", "e", "f"].slice(0, n);
    const joining = fc.tuple(
      ...names.slice(1).map((name, i) => fc.constantFrom(...names.slice(0, i + 1)).map((earlier) => [name, earlier])),
    );
    const more = fc.array(fc.shuffledSubarray(names, { minLength: 2, maxLength: Math.min(n, 4) }), {
      minLength: 1,
      maxLength: 8,
    });
    return fc.tuple(joining, more).map(([first, rest]) => [...first, ...rest]);
  })
  .chain((trials) => fc.tuple(...trials.map((names) => armsOf(names))))
  .map((trials) => trials.flatMap((arms, i) => trialOf(`trial ${i + 1}`, arms)));

function armsOf(names: readonly string[]): fc.Arbitrary<readonly ArmMean[]> {
  return fc.tuple(...names.map((treatment) => numbers.map((each) => ({ treatment, ...each }))));
}
