import type { EventsArm } from "@acumeta/core";
import fc from "fast-check";

/**
 * Smoking cessation, 24 trials of A no contact, B self-help, C individual counselling, D group counselling: Hasselblad 1998,
 * Medical Decision Making 18:37-43; as of Dias et al. 2013, Medical Decision Making 33:641-656.
 */
export const smoking: readonly EventsArm[] = Object.entries({
  "1": { A: [9, 140], C: [23, 140], D: [10, 138] },
  "2": { B: [11, 78], C: [12, 85], D: [29, 170] },
  "3": { A: [75, 731], C: [363, 714] },
  "4": { A: [2, 106], C: [9, 205] },
  "5": { A: [58, 549], C: [237, 1561] },
  "6": { A: [0, 33], C: [9, 48] },
  "7": { A: [3, 100], C: [31, 98] },
  "8": { A: [1, 31], C: [26, 95] },
  "9": { A: [6, 39], C: [17, 77] },
  "10": { A: [79, 702], B: [77, 694] },
  "11": { A: [18, 671], B: [21, 535] },
  "12": { A: [64, 642], C: [107, 761] },
  "13": { A: [5, 62], C: [8, 90] },
  "14": { A: [20, 234], C: [34, 237] },
  "15": { A: [0, 20], D: [9, 20] },
  "16": { A: [8, 116], B: [19, 149] },
  "17": { A: [95, 1107], C: [143, 1031] },
  "18": { A: [15, 187], C: [36, 504] },
  "19": { A: [78, 584], C: [73, 675] },
  "20": { A: [69, 1177], C: [54, 888] },
  "21": { B: [20, 49], C: [16, 43] },
  "22": { B: [7, 66], D: [32, 127] },
  "23": { C: [12, 76], D: [20, 74] },
  "24": { C: [9, 55], D: [3, 26] },
}).flatMap(([study, arms]) =>
  Object.entries(arms).map(([treatment, counts]) => ({ study, treatment, a: counts[0]!, n: counts[1]! })),
);

const names = ["a", "b", "c", "d"];

/** Trials of two or three of four treatments, with events in some patients of every arm and not in others. */
export const trialLists: fc.Arbitrary<readonly EventsArm[]> = fc
  .array(
    fc.record({
      treatments: fc.shuffledSubarray(names, { minLength: 2, maxLength: 3 }),
      counts: fc.array(
        fc
          .record({ n: fc.integer({ min: 8, max: 60 }), part: fc.double({ min: 0.1, max: 0.9, noNaN: true }) })
          .map(({ n, part }) => ({ n, a: Math.max(1, Math.min(n - 1, Math.round(n * part))) })),
        { minLength: 3, maxLength: 3 },
      ),
    }),
    { minLength: 0, maxLength: 5 },
  )
  .map((trials) => [
    { treatments: ["a", "b", "c"], counts: [4, 7, 9].map((a) => ({ a, n: 30 })) },
    { treatments: ["c", "d"], counts: [5, 8].map((a) => ({ a, n: 25 })) },
    ...trials,
  ])
  .map((trials) =>
    trials.flatMap(({ treatments, counts }, i) =>
      treatments.map((treatment, arm) => ({ study: `${i + 1}`, treatment, ...counts[arm]! })),
    ),
  );
