import { aggregate, assumedCovariance, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";
import { repeated } from "./effects.ts";

const two = [
  { study: "A", measure: "MD", yi: 1, vi: 1, arms: ["A/real", "A/sham"], n: 50, country: "DE", week: 4 },
  { study: "A", measure: "MD", yi: 3, vi: 4, arms: ["A/real", "A/none"], n: 50, country: "DE", week: 8 },
  { study: "B", measure: "MD", yi: 2, vi: 2, arms: ["B/real", "B/sham"], n: 30, country: "CN", week: 4 },
] as const;

describe("the mean of two effects of variances 1 and 4", () => {
  test("independent: the weights 1 and 1/4", () => {
    const [A] = aggregate(two, { correlation: 0 }).effects;
    expect(A!.yi).toBeCloseTo((1 + 3 / 4) / (1 + 1 / 4), 12);
    expect(A!.vi).toBeCloseTo(1 / (1 + 1 / 4), 12);
    expect(A!.merged.weights).toEqual([0.8, 0.2]);
  });

  test("correlated: the weights 4 − c and 1 − c, with covariance c", () => {
    const c = 0.3 * 2;
    const [A] = aggregate(two, { correlation: 0.3 }).effects;
    expect(A!.yi).toBeCloseTo((4 - c + 3 * (1 - c)) / (5 - 2 * c), 12);
    expect(A!.vi).toBeCloseTo((4 - c ** 2) / (5 - 2 * c), 12);
  });

  test("equal weights: the plain mean, a quarter of the sum of all covariances", () => {
    const { effects, choices } = aggregate(two, { correlation: 0.3, weights: "equal" });
    expect(effects[0]!.yi).toBe(2);
    expect(effects[0]!.vi).toBeCloseTo((1 + 4 + 2 * 0.6) / 4, 12);
    expect(choices).toEqual({ cluster: "study", correlation: 0.3, weights: "equal" });
  });

  test("so correlated that the less precise gets a weight below 0: said in a warning", () => {
    const { effects, warnings } = aggregate(two, { correlation: 0.9 });
    expect(effects[0]!.merged.weights[1]).toBeLessThan(0);
    expect(effects[0]!.yi).toBeLessThan(1);
    expect(warnings).toEqual([expect.objectContaining({ code: "NEGATIVE_WEIGHTS", studies: ["A"] })]);
    expect(aggregate(two, { correlation: 0.3 }).warnings).toEqual([]);
  });
});

test("an effect that is alone in its cluster stays as it is", () => {
  const { effects } = aggregate(two, { correlation: 0.5 });
  expect(effects[1]).toEqual({ ...two[2], merged: { rows: [2], studies: ["B"], weights: [1], leftOut: [] } });
});

test("says which effects were merged, keeps what they share and names what it leaves out", () => {
  const { effects, leftOut } = aggregate(two, { correlation: 0.5 });
  expect(effects[0]!.merged).toMatchObject({ rows: [0, 1], studies: ["A", "A"], leftOut: ["week"] });
  expect(effects[0]).toMatchObject({ study: "A", n: 50, country: "DE", arms: ["A/real", "A/sham", "A/none"] });
  expect(effects[0]).not.toHaveProperty("week");
  expect(leftOut).toEqual(["week"]);
});

test("a column that some effects lack, or that holds no plain value, is left out", () => {
  const effects = [
    { study: "A", measure: "MD", yi: 1, vi: 1, dose: Number.NaN, note: { page: 1 } },
    { study: "A", measure: "MD", yi: 3, vi: 4, dose: Number.NaN, note: { page: 1 }, week: 4 },
  ] as const;
  expect(aggregate(effects, { correlation: 0 }).leftOut).toEqual(["dose", "note", "week"]);
});

test("by another column: effects are named after it", () => {
  const { effects } = aggregate(two, { cluster: "week", correlation: 0 });
  expect(effects.map(({ study, merged }) => [study, merged.studies])).toEqual([
    ["4", ["A", "B"]],
    ["8", ["A"]],
  ]);
});

test("V in full and as blocks is the same, and the same as its correlation", () => {
  const blocks = assumedCovariance(repeated, { correlation: 0.4 });
  const full = repeated.map(() => repeated.map(() => 0));
  for (const { rows, matrix } of blocks)
    for (const [a, i] of rows.entries()) for (const [b, j] of rows.entries()) full[i]![j] = matrix[a]![b]!;
  const byBlocks = aggregate(repeated, { V: blocks });
  expect(aggregate(repeated, { V: full })).toEqual(byBlocks);
  expect(aggregate(repeated, { correlation: 0.4 }).effects).toEqual(byBlocks.effects);
  expect(byBlocks.choices.correlation).toBe("V");
});

test("the result is frozen plain data whose effects pool takes", () => {
  const result = aggregate(repeated, { correlation: 0.4 });
  expect(faults(result)).toEqual([]);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(pool(result.effects).studies.map(({ study }) => study)).toEqual(["A", "B"]);
  expect(pool(aggregate(two, { cluster: "week", correlation: 0 }).effects).warnings).toContainEqual(
    expect.objectContaining({ code: "SHARED_ARM" }),
  );
});

test("leaves the effects given as they were", () => {
  const effects = two.map((effect) => ({ ...effect, arms: [...effect.arms] }));
  aggregate(effects, { correlation: 0.5 });
  expect(effects.some((effect) => Object.isFrozen(effect) || Object.isFrozen(effect.arms))).toBe(false);
});
