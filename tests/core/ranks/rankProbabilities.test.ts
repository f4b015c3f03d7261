import { normalCdf, poth, pScores, rankProbabilities, tCdf } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomJoint, reordered, shifted, turned } from "./joints.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test.each([null, 4])("of two treatments: the probability of their difference (df %s)", (df) => {
  const joint = { names: ["a"], estimates: [0.3], vcov: [[0.04]], reference: "b", df };
  const { treatments, orders, method, monteCarloError } = rankProbabilities(joint, { better: "higher" });
  const p = df === null ? normalCdf(1.5) : tCdf(1.5, df);
  expect([method, monteCarloError]).toEqual(["exact", 0]);
  expect(treatments[0]!.probabilities[0]).toBeCloseTo(p, 12);
  expect(treatments[1]!.probabilities[0]).toBeCloseTo(1 - p, 12);
  expect(treatments[0]!.sd).toBeCloseTo(Math.sqrt(p * (1 - p)), 12);
  expect(orders!.map(({ names }) => names.join())).toEqual(["a,b", "b,a"]);
});

test("equal treatments: every order and every rank is as probable", () => {
  for (const n of [3, 4, 5]) {
    const joint = {
      names: Array.from({ length: n }, (_, i) => `${i}`),
      estimates: new Array<number>(n).fill(0),
      vcov: Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0.2))),
    };
    const { treatments, orders, poth } = rankProbabilities(joint, { better: "lower" });
    for (const { probability } of orders!) expect(probability).toBeCloseTo(1 / orders!.length, 9);
    for (const p of treatments.flatMap(({ probabilities }) => probabilities)) expect(p).toBeCloseTo(1 / n, 8);
    expect(poth).toBeCloseTo(0, 12);
  }
});

describe.each([null, 3])("exact, df %s", (df) => {
  test.each([
    [3, 0.3],
    [4, 0.3],
    [4, 1e-6],
    [5, 0.1],
    [5, 1e-3],
  ])("%i treatments, with %f of their own: sums, margins of pairs and SUCRA", (n, own) => {
    for (const seed of [1, 2]) {
      const joint = randomJoint(n, seed, { df, own });
      const { treatments, orders } = rankProbabilities(joint, { better: "lower" });
      expect(sum(orders!.map(({ probability }) => probability))).toBeCloseTo(1, 8);
      for (let rank = 0; rank < n; rank++)
        expect(sum(treatments.map(({ probabilities }) => probabilities[rank]!))).toBeCloseTo(1, 8);
      const scores = pScores(joint, { better: "lower" }).treatments;
      for (const [i, { probabilities, score }] of treatments.entries()) {
        expect(sum(probabilities)).toBeCloseTo(1, 8);
        expect(score).toBeCloseTo(scores[i]!.score, 8);
      }
      const apart =
        (joint.estimates[1]! - joint.estimates[0]!) /
        Math.sqrt(joint.vcov[0]![0]! + joint.vcov[1]![1]! - 2 * joint.vcov[0]![1]!);
      const before = orders!.filter(({ names }) => names.indexOf("t0") < names.indexOf("t1"));
      expect(sum(before.map(({ probability }) => probability))).toBeCloseTo(
        df === null ? normalCdf(apart) : tCdf(apart, df),
        8,
      );
    }
  });

  test.each([3, 4, 5])("agrees with 200,000 draws of %i treatments", (n) => {
    const joint = randomJoint(n, 5, { df });
    const exact = rankProbabilities(joint, { better: "higher" });
    const drawn = rankProbabilities(joint, { better: "higher", method: "drawn", draws: 200_000, seed: 2 });
    expect(drawn.monteCarloError).toBeCloseTo(0.5 / Math.sqrt(200_000), 12);
    for (const [i, { probabilities }] of exact.treatments.entries())
      for (const [rank, p] of probabilities.entries())
        expect(Math.abs(drawn.treatments[i]!.probabilities[rank]! - p)).toBeLessThan(4.5 * drawn.monteCarloError);
  });
});

test("the order of many treatments that nearly coincide in pairs is found too", () => {
  const joint = {
    names: ["a", "b", "c", "d", "e"],
    estimates: [0, 0.001, 1, 1.0005, 0.4],
    vcov: [
      [1, 1 - 1e-6, 0, 0, 0],
      [1 - 1e-6, 1, 0, 0, 0],
      [0, 0, 1, 1 - 1e-6, 0],
      [0, 0, 1 - 1e-6, 1, 0],
      [0, 0, 0, 0, 1],
    ],
  };
  const { treatments } = rankProbabilities(joint, { better: "lower" });
  const scores = pScores(joint, { better: "lower" }).treatments;
  for (const [i, { score }] of treatments.entries()) expect(score).toBeCloseTo(scores[i]!.score, 8);
});

describe("properties, drawn", () => {
  const options = { better: "lower", method: "drawn", draws: 2000 } as const;

  test("the same seed draws the same, another one something near", () => {
    const joint = randomJoint(8, 3);
    expect(rankProbabilities(joint, options)).toEqual(rankProbabilities(joint, options));
    const other = rankProbabilities(joint, { ...options, seed: 2 });
    expect(other).not.toEqual(rankProbabilities(joint, options));
    const scores = pScores(joint, { better: "lower" }).treatments;
    for (const [i, { score }] of other.treatments.entries())
      expect(Math.abs(score - scores[i]!.score)).toBeLessThan(0.04);
  });

  test("cumulative ranks rise to 1; expected rank and SUCRA say the same; quantiles hold the level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.5, 0.9, 0.99), (seed, level) => {
        const n = 7;
        const { treatments } = rankProbabilities(randomJoint(n, seed), { ...options, draws: 300, level });
        for (const { probabilities, cumulative, score, rank } of treatments) {
          expect(cumulative.at(-1)).toBeCloseTo(1, 12);
          expect(score).toBeCloseTo(sum(cumulative.slice(0, n - 1)) / (n - 1), 12);
          expect(rank.expected).toBeCloseTo(sum(probabilities.map((p, i) => p * (i + 1))), 12);
          expect(sum(probabilities.slice(rank.lower - 1, rank.upper))).toBeGreaterThanOrEqual(level - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test("the other direction turns every row around, whatever the order and the origin", () => {
  const joint = randomJoint(4, 12);
  const lower = rankProbabilities(joint, { better: "lower" });
  const higher = rankProbabilities(joint, { better: "higher" });
  const elsewhere = rankProbabilities(shifted(turned(joint), -7), { better: "higher" });
  const order = [2, 0, 3, 1];
  const mixed = rankProbabilities(reordered(joint, order), { better: "lower" });
  for (const [i, { probabilities }] of lower.treatments.entries())
    for (const [rank, p] of probabilities.entries()) {
      expect(higher.treatments[i]!.probabilities[3 - rank]).toBeCloseTo(p, 9);
      expect(elsewhere.treatments[i]!.probabilities[rank]).toBeCloseTo(p, 9);
      expect(mixed.treatments[order.indexOf(i)]!.probabilities[rank]).toBeCloseTo(p, 9);
    }
});

test.each(["exact", "drawn"] as const)(
  "treatments that are surely the same share their ranks evenly (%s)",
  (method) => {
    const joint = {
      names: ["a", "b", "c", "d"],
      estimates: [0.2, 0, 0.2, 0.2],
      vcov: [
        [0.1, 0, 0.1, 0.1],
        [0, 0.1, 0, 0],
        [0.1, 0, 0.1, 0.1],
        [0.1, 0, 0.1, 0.1],
      ],
    };
    const { treatments, poth: whole } = rankProbabilities(joint, { better: "lower", method, draws: 20_000 });
    const first = normalCdf(0.2 / Math.sqrt(0.2));
    const near = method === "exact" ? 10 : 1.5;
    expect(treatments[1]!.probabilities[0]).toBeCloseTo(first, near);
    expect(treatments[1]!.probabilities.slice(1, 3)).toEqual([0, 0]);
    for (const i of [0, 2, 3]) {
      expect(treatments[i]!.probabilities[0]).toBeCloseTo((1 - first) / 3, near);
      expect(treatments[i]!.probabilities[1]).toBeCloseTo(1 / 3, near);
      expect(treatments[i]!.probabilities[3]).toBeCloseTo(first / 3, near);
    }
    expect(whole).toBeCloseTo(poth(joint, { better: "lower" }).poth, near === 10 ? 10 : 1);
  },
);

test("without any uncertainty the order is sure", () => {
  const sure = {
    names: ["a", "b", "c"],
    estimates: [2, 1, 3],
    vcov: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  };
  for (const method of ["exact", "drawn"] as const) {
    const { treatments, poth } = rankProbabilities(sure, { better: "lower", method, draws: 10 });
    expect(treatments.map(({ rank }) => rank)).toEqual(
      [2, 1, 3].map((rank) => ({ expected: rank, lower: rank, upper: rank })),
    );
    expect(poth).toBe(1);
  }
});

test("POTH is 1 less the mean variance of ranks in parts of that of unknown ranks", () => {
  const n = 5;
  const joint = randomJoint(n, 8);
  const { treatments } = rankProbabilities(joint, { better: "lower" });
  const variance = sum(treatments.map(({ sd }) => sd ** 2)) / n;
  expect(poth(joint, { better: "lower" }).poth).toBeCloseTo(1 - variance / ((n ** 2 - 1) / 12), 8);
});

test("more than five are drawn, or refused where exact is asked for", () => {
  const joint = randomJoint(6, 1);
  expect(rankProbabilities(joint, { better: "lower", draws: 100 })).toMatchObject({
    method: "drawn",
    draws: 100,
    orders: null,
  });
  expect(() => rankProbabilities(joint, { better: "lower", method: "exact" })).toThrow("TOO_MANY_TREATMENTS");
  expect(() => rankProbabilities(joint, { better: "lower", method: "guessed" as "drawn" })).toThrow("UNKNOWN_CHOICE");
});
