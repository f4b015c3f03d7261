import { normalQuantile, partialOrder, pScores, rankSets } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasse } from "../../../packages/core/src/ranks/order/hasse.ts";
import { randomJoint, three, turned } from "./joints.ts";

const independent = (estimates: readonly number[], variance = 1) => ({
  names: estimates.map((_, i) => "abcdefgh"[i]!),
  estimates,
  vcov: estimates.map((_, i) => estimates.map((_, j) => (i === j ? variance : 0))),
});

test("of one network: pairs whose intervals exclude 0, and the lines that show them all", () => {
  const gap = Math.SQRT2 * normalQuantile(0.975);
  const order = partialOrder(independent([0, 0.6 * gap, 1.1 * gap, 2.2 * gap]), { better: "lower" });
  expect(order.treatments.map(({ betterThan, layer }) => [betterThan, layer])).toEqual([
    [["c", "d"], 0],
    [["d"], 0],
    [["d"], 1],
    [[], 2],
  ]);
  expect(order.edges).toEqual([
    { better: "a", worse: "c" },
    { better: "b", worse: "d" },
    { better: "c", worse: "d" },
  ]);
  expect(order.decided).toBeCloseTo(4 / 6, 12);
  expect(order.treatments.map(({ rank }) => [rank.lower, rank.upper])).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
    [4, 4],
  ]);
  // b stands anywhere among a > c > d, but above d: as if on its own, (0 + 1)(4 + 1)/(0 + 1 + 2).
  expect(order.treatments[1]!.rank.expected).toBeCloseTo(5 / 3, 12);
});

test("a chain has its ranks for mean ranks; no order has their mean", () => {
  const chain = partialOrder(independent([1, 2, 3, 4], 1e-4), { better: "higher" });
  expect(chain.treatments.map(({ rank }) => rank.expected)).toEqual([4, 3, 2, 1]);
  expect(chain.treatments.map(({ score }) => score)).toEqual([
    0,
    expect.closeTo(1 / 3, 12),
    expect.closeTo(2 / 3, 12),
    1,
  ]);
  const none = partialOrder(independent([0, 0, 0]), { better: "lower" });
  expect(none.treatments.map(({ rank }) => rank)).toEqual(new Array(3).fill({ expected: 2, lower: 1, upper: 3 }));
  expect([none.edges, none.decided]).toEqual([[], 0]);
});

describe("properties", () => {
  const joints = fc
    .integer({ min: 1, max: 1e6 })
    .map((seed) => randomJoint(7, seed, { df: seed % 3 === 0 ? 6 : null }));
  const rules = fc.constantFrom("pairwise", "simultaneous") as fc.Arbitrary<"pairwise" | "simultaneous">;

  test("it is an order, whose lines are as few as give it back", () => {
    fc.assert(
      fc.property(joints, rules, (joint, rule) => {
        const { treatments, edges } = partialOrder(joint, { better: "lower", rule, draws: 500 });
        const worseThan = new Map(treatments.map(({ name, betterThan }) => [name, new Set(betterThan)]));
        const reached = new Map(treatments.map(({ name }) => [name, new Set<string>()]));
        for (const { name, betterThan } of treatments) {
          expect(betterThan).not.toContain(name);
          for (const next of betterThan)
            for (const last of worseThan.get(next)!) expect(worseThan.get(name)).toContain(last);
        }
        const follow = (from: string, at: string) => {
          for (const { better, worse } of edges)
            if (better === at) {
              reached.get(from)!.add(worse);
              follow(from, worse);
            }
        };
        for (const { name } of treatments) follow(name, name);
        expect(reached).toEqual(worseThan);
        for (const { better, worse } of edges)
          expect(
            treatments.some(({ name }) => worseThan.get(better)!.has(name) && worseThan.get(name)!.has(worse)),
          ).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test("the other direction turns it over", () => {
    fc.assert(
      fc.property(joints, (joint) => {
        const over = partialOrder(joint, { better: "higher" }).edges.map(({ better, worse }) => [worse, better].join());
        expect(over.sort()).toEqual(
          partialOrder(joint, { better: "lower" })
            .edges.map(({ better, worse }) => [better, worse].join())
            .sort(),
        );
        expect(partialOrder(turned(joint), { better: "higher" }).edges).toEqual(
          partialOrder(joint, { better: "lower" }).edges,
        );
      }),
      { numRuns: 30 },
    );
  });

  test("held for all pairs together it decides no more than pair by pair, and has the limits of the rank sets", () => {
    fc.assert(
      fc.property(joints, (joint) => {
        const options = { better: "lower", draws: 500 } as const;
        const together = partialOrder(joint, { ...options, rule: "simultaneous" });
        expect(together.decided).toBeLessThanOrEqual(partialOrder(joint, options).decided);
        expect(together.treatments.map(({ rank }) => [rank.lower, rank.upper])).toEqual(
          rankSets(joint, options).treatments.map(({ rank }) => [rank.lower, rank.upper]),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe("of several criteria", () => {
  const criterion = (name: string, estimates: readonly number[], variance = 1e-4) => ({
    name,
    source: independent(estimates, variance),
    better: "lower" as const,
  });

  test("what all agree on", () => {
    const order = partialOrder([criterion("pain", [1, 2, 3, 4]), criterion("harm", [2, 1, 3, 4])]);
    expect(order.edges).toEqual([
      { better: "a", worse: "c" },
      { better: "b", worse: "c" },
      { better: "c", worse: "d" },
    ]);
    expect(order.criteria).toEqual([
      { name: "pain", better: "lower" },
      { name: "harm", better: "lower" },
    ]);
    expect([order.poth, order.leftOut]).toEqual([null, []]);
  });

  test("by scores: as high everywhere and higher somewhere, however uncertain", () => {
    const criteria = [criterion("pain", [1, 2, 3], 50), criterion("harm", [1, 1, 0.5], 50)];
    expect(partialOrder(criteria).edges).toEqual([]);
    expect(partialOrder(criteria, { rule: "scores" }).edges).toEqual([{ better: "a", worse: "b" }]);
    const scores = criteria.map(({ source }) =>
      pScores(source, { better: "lower" }).treatments.map(({ score }) => score),
    );
    expect(scores.every((each) => each[0]! >= each[1]!)).toBe(true);
    const twice = [criterion("one", [1, 1, 2]), criterion("other", [1, 1, 2])];
    expect(partialOrder(twice, { rule: "scores" }).treatments[0]!.betterThan).toEqual(["c"]);
  });

  test("treatments that a criterion lacks are left out by name, and their order in it does not matter", () => {
    const harm = {
      name: "harm",
      source: {
        names: ["d", "c", "a"],
        estimates: [4, 3, 1],
        vcov: [
          [1e-4, 0, 0],
          [0, 1e-4, 0],
          [0, 0, 1e-4],
        ],
      },
      better: "lower" as const,
    };
    const order = partialOrder([criterion("pain", [1, 2, 3, 4]), harm]);
    expect(order.leftOut).toEqual(["b"]);
    expect(order.edges.map(({ better, worse }) => better + worse)).toEqual(["ac", "cd"]);
  });

  test("the direction is each criterion's own", () => {
    const response = { ...criterion("response", [4, 3, 2, 1]), better: "higher" as const };
    expect(partialOrder([criterion("pain", [1, 2, 3, 4]), response]).decided).toBe(1);
  });

  test("refuses what are none", () => {
    const pain = criterion("pain", [1, 2]);
    expect(() => partialOrder([])).toThrow("NOT_CRITERIA");
    expect(() => partialOrder([pain, pain])).toThrow("NOT_CRITERIA");
    expect(() => partialOrder([{ name: "pain" } as typeof pain])).toThrow("NOT_CRITERIA");
    expect(() => partialOrder([pain, { ...criterion("harm", [1, 2]), source: three }])).toThrow("TOO_FEW_TREATMENTS");
    expect(() => partialOrder([pain], { rule: "scores" })).toThrow("ONE_CRITERION");
    expect(() => partialOrder(three, { better: "lower", rule: "scores" })).toThrow("ONE_CRITERION");
    expect(() => partialOrder(three)).toThrow("UNKNOWN_DIRECTION");
  });
});

test("the lines of a diamond are its four sides", () => {
  const above = Uint8Array.from([0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]);
  expect(hasse(above).edges).toEqual([
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(Array.from(hasse(above).layers)).toEqual([0, 1, 1, 2]);
});
