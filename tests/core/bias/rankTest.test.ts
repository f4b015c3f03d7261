import { biasTest } from "@acumeta/core";
import { expect, test } from "vitest";
import { exactKendallP, kendall } from "../../../packages/core/src/bias/asymmetry/kendall.ts";
import { effectsOf } from "../effectsOf.ts";

function permutations(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length < 2) return [values];
  return values.flatMap((value, i) =>
    permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

const score = (order: readonly number[]) => kendall(Float64Array.from(order.keys()), Float64Array.from(order)).S;

test.each([2, 3, 4, 5, 6])("the exact p of %i studies is the share of orders at least as extreme", (k) => {
  const scores = permutations(Array.from({ length: k }, (_, i) => i)).map(score);
  for (const S of new Set(scores)) {
    const beyond = scores.filter((each) => each >= Math.abs(S)).length / scores.length;
    expect(exactKendallP(k, S)).toBeCloseTo(Math.min(1, 2 * beyond), 12);
  }
});

test("the variance of S is that over all orders, with ties", () => {
  const tied = [1, 1, 2, 3, 3];
  const other = Float64Array.of(1, 2, 2, 4, 5);
  const found = permutations(tied).map((order) => kendall(Float64Array.from(order), other));
  const variance = found.reduce((sum, { S }) => sum + S * S, 0) / found.length;
  expect(found[0]!.se ** 2).toBeCloseTo(variance, 10);
});

test("p is exact below 50 studies without ties, and normal with them, as the notes say", () => {
  const y = [0.1, 0.4, 0.5, 0.9, -0.1];
  expect(biasTest(effectsOf(y, [1, 2, 3, 4, 5]), { test: "Begg" }).notes).toEqual(["Exact p."]);
  expect(biasTest(effectsOf(y, [1, 2, 3, 3, 5]), { test: "Begg" }).notes[0]).toContain("with ties");
});
