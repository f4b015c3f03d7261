import { type JointEstimates, normalCdf, partialOrder, pScores, rankSets, tCdf } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { normals } from "../../../packages/core/src/ranks/draw/normals.ts";
import { uniforms } from "../../../packages/core/src/resample/random.ts";
import { randomJoint, reordered, shifted, turned } from "./joints.ts";

const limits = (treatments: readonly { readonly rank: { readonly lower: number; readonly upper: number } }[]) =>
  treatments.map(({ rank: { lower, upper } }) => [lower, upper]);

test.each([null, 5])("of two treatments: told apart just where a two-sided test does, without draws (df %s)", (df) => {
  const p = 2 * (1 - (df === null ? normalCdf(1.7) : tCdf(1.7, df)));
  const at = (level: number) =>
    limits(
      rankSets({ names: ["a"], estimates: [1.7], vcov: [[1]], reference: "b", df }, { better: "higher", level })
        .treatments,
    );
  expect(at(1 - p - 1e-9)).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(at(1 - p + 1e-9)).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test("of three independent equal estimates: beyond the studentised range, less after a step", () => {
  const joint = (gap: number): JointEstimates => ({
    names: ["a", "b", "c"],
    estimates: [0, gap, 2 * gap],
    vcov: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  });
  const at = (gap: number, stepwise: boolean) =>
    limits(rankSets(joint(gap), { better: "lower", draws: 40_000, stepwise }).treatments);
  // Neighbours are told apart from 3.314 on, the 95 % point of the range of three normal variables.
  expect(at(3.36, false)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(at(3.27, false)).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(at(3.27, true)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

describe("coverage, over 400 simulated networks", () => {
  const repeats = 400;
  const level = 0.9;
  const least = level - 3 * Math.sqrt((level * (1 - level)) / repeats);

  /** How often limits hold the true ranks of all treatments, of the first alone, and how wide they are. */
  function simulate(truth: readonly number[], vcov: JointEstimates["vcov"]) {
    const n = truth.length;
    const rank = (i: number) => ({
      lower: 1 + truth.filter((theta) => theta < truth[i]!).length,
      upper: n - truth.filter((theta) => theta > truth[i]!).length,
    });
    const normal = normals(uniforms(20_250_101));
    const held = { together: 0, first: 0, naive: 0 };
    let width = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const common = normal();
      const estimates = truth.map((theta, i) => theta + 0.5 * common + Math.sqrt(vcov[i]![i]! - 0.25) * normal());
      const joint = { names: truth.map((_, i) => `${i}`), estimates, vcov };
      const sets = rankSets(joint, { better: "lower", level, draws: 600, seed: repeat });
      const naive = partialOrder(joint, { better: "lower", level });
      const holds = (set: { readonly lower: number; readonly upper: number }, i: number) =>
        set.lower <= rank(i).lower && rank(i).upper <= set.upper;
      if (sets.treatments.every((each, i) => holds(each.rank, i))) held.together += 1;
      if (holds(sets.treatments[0]!.marginal, 0)) held.first += 1;
      if (naive.treatments.every((each, i) => holds(each.rank, i))) held.naive += 1;
      width += sets.treatments.reduce((sum, { rank }) => sum + rank.upper - rank.lower, 0) / n / repeats;
    }
    return { together: held.together / repeats, first: held.first / repeats, naive: held.naive / repeats, width };
  }

  const equicorrelated = (variances: readonly number[]) =>
    variances.map((variance, i) => variances.map((_, j) => (i === j ? variance + 0.25 : 0.25)));

  test("of treatments that are all the same, where intervals of pairs fail", () => {
    const { together, first, naive } = simulate([0, 0, 0, 0, 0, 0], equicorrelated([0.1, 0.1, 0.2, 0.2, 0.4, 0.4]));
    expect(together).toBeGreaterThan(least);
    expect(first).toBeGreaterThan(least);
    expect(naive).toBeLessThan(0.7);
  });

  test("of treatments of which some differ, with sets that are not empty talk", () => {
    const { together, first, width } = simulate([0, 0, 0.8, 0.8, 2.5], equicorrelated([0.05, 0.1, 0.05, 0.1, 0.1]));
    expect(together).toBeGreaterThan(least);
    expect(first).toBeGreaterThan(least);
    expect(width).toBeLessThan(2.5);
  });
});

describe("properties", () => {
  const options = { better: "lower", draws: 2000 } as const;

  test("one treatment's own set lies in that of all together; more confidence and single steps widen sets", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const joint = randomJoint(6, seed, { df: seed % 2 === 0 ? null : 9 });
      const sets = rankSets(joint, options);
      const wider = rankSets(joint, { ...options, level: 0.999 });
      const single = rankSets(joint, { ...options, stepwise: false });
      for (const [i, { rank, marginal }] of sets.treatments.entries()) {
        expect(marginal.lower).toBeGreaterThanOrEqual(rank.lower);
        expect(marginal.upper).toBeLessThanOrEqual(rank.upper);
        for (const other of [wider, single]) {
          expect(other.treatments[i]!.rank.lower).toBeLessThanOrEqual(rank.lower);
          expect(other.treatments[i]!.rank.upper).toBeGreaterThanOrEqual(rank.upper);
        }
      }
      expect(sets.treatments.map(({ score }) => score)).toEqual(
        pScores(joint, { better: "lower" }).treatments.map(({ score }) => score),
      );
    }
  });

  test("direction, order and origin", () => {
    const joint = { ...randomJoint(5, 3), estimates: [0, 3, 6, 6.1, 9] };
    const wanted = limits(rankSets(joint, options).treatments);
    expect(limits(rankSets(turned(joint), { ...options, better: "higher" }).treatments)).toEqual(wanted);
    expect(limits(rankSets(joint, { ...options, better: "higher" }).treatments)).toEqual(
      wanted.map(([lower, upper]) => [6 - upper!, 6 - lower!]),
    );
    expect(limits(rankSets(shifted(joint, 4), options).treatments)).toEqual(wanted);
    const order = [3, 1, 4, 0, 2];
    expect(limits(rankSets(reordered(joint, order), options).treatments)).toEqual(order.map((i) => wanted[i]));
  });
});

test("without any uncertainty sets are the ranks, ties hold all they share", () => {
  const zero = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  const sets = rankSets({ names: ["a", "b", "c"], estimates: [1, 1, 2], vcov: zero }, { better: "lower", draws: 10 });
  expect(limits(sets.treatments)).toEqual([
    [1, 2],
    [1, 2],
    [3, 3],
  ]);
});
