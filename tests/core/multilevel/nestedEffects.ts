import type { Effect } from "@acumeta/core";
import fc from "fast-check";

/** An effect with the columns that random effects name. */
export interface NestedEffect extends Effect<"SMD"> {
  readonly trial: string;
  readonly outcome: string;
  readonly weeks: number;
}

const outcomes = ["anxiety", "function", "pain"];

/** Trials with one to three outcomes each. */
export const nestedEffects = ({ trials = 3, most = 8 } = {}): fc.Arbitrary<readonly NestedEffect[]> =>
  fc
    .array(
      fc.array(
        fc.record({
          yi: fc.double({ min: -2, max: 2, noNaN: true }),
          vi: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      { minLength: trials, maxLength: most },
    )
    .map((lists) =>
      lists.flatMap((list, t) =>
        list.map(({ yi, vi }, o) => ({
          study: `trial ${t + 1}`,
          trial: `trial ${t + 1}`,
          outcome: outcomes[o]!,
          weeks: 4 * (o + 1),
          measure: "SMD" as const,
          yi,
          vi,
        })),
      ),
    );

/** Berkey et al. 1998, Statistics in Medicine 17:2537-2550, table I: improvement of attachment level and probing depth. */
export const periodontal: readonly NestedEffect[] = (
  [
    ["1", "PD", 0.47, 0.0075],
    ["1", "AL", -0.32, 0.0077],
    ["2", "PD", 0.2, 0.0057],
    ["2", "AL", -0.6, 0.0008],
    ["3", "PD", 0.4, 0.0021],
    ["3", "AL", -0.12, 0.0014],
    ["4", "PD", 0.26, 0.0029],
    ["4", "AL", -0.31, 0.0015],
    ["5", "PD", 0.56, 0.0148],
    ["5", "AL", -0.39, 0.0304],
  ] as const
).map(([trial, outcome, yi, vi]) => ({
  study: trial,
  trial,
  outcome,
  weeks: outcome === "PD" ? 1 : 2,
  measure: "SMD",
  yi,
  vi,
}));
