import { bootstrapMembership, multiMembership } from "@acumeta/core";
import { describe, expect, it } from "vitest";
import { type PointTrial, syntheticTrials } from "./syntheticTrials.ts";

const shape = { seed: 21, trials: 25, points: 8, sigma: 0, tau: 0.2 };
const options = { members: "points", moderators: "~ x", draws: 200 } as const;

it("has the ratio and the variance of the model, and the same draws for the same seed", () => {
  const trials = syntheticTrials({ ...shape, sigma: 0.4 });
  const found = bootstrapMembership(trials, { ...options, ci: false });
  const { variance } = multiMembership(trials, { members: "points", moderators: "~ x" }).terms[0]!;
  expect(found.ratio).toBeCloseTo(variance.ratio, 8);
  expect(found.value).toBeCloseTo(variance.value, 8);
  expect(bootstrapMembership(trials, { ...options, ci: false })).toEqual(found);
  expect(bootstrapMembership(trials, { ...options, ci: false, seed: 2 }).critical).not.toBe(found.critical);
});

it("rejects no more often than its level where no point has an effect", () => {
  const ps = Array.from({ length: 60 }, (_, i) => {
    const trials = syntheticTrials({ ...shape, seed: 100 + i });
    return bootstrapMembership(trials, { ...options, draws: 99, ci: false }).p;
  });
  // Of 60 tests of level 0.2, 12 are expected; 22 or more have a chance of 0.3 %.
  expect(ps.filter((p) => p <= 0.2).length).toBeLessThan(22);
});

it("finds points that differ much, with limits around their variance and 0 outside of them", () => {
  const trials = syntheticTrials({ ...shape, trials: 40, sigma: 1 });
  const { p, value, ci } = bootstrapMembership(trials, options);
  expect(p).toBeLessThan(0.01);
  expect(ci!.lower).toBeGreaterThan(0);
  expect(ci!.lower).toBeLessThan(value);
  expect(ci!.upper).toBeGreaterThan(value);
});

it("the limits leave out 0 where the test does", () => {
  for (const seed of [31, 32, 33, 34, 35, 36]) {
    const { p, ci } = bootstrapMembership(syntheticTrials({ ...shape, seed, sigma: 0.2 }), { ...options, draws: 99 });
    expect(ci!.lower > 0).toBe(p < 0.05);
  }
});

it("more power needs points further apart", () => {
  const trials = syntheticTrials(shape);
  const sigmaAt = (power: number) => bootstrapMembership(trials, { ...options, ci: false, power }).detectable!.sigma;
  const [half, most] = [sigmaAt(0.5), sigmaAt(0.9)];
  expect(half).toBeGreaterThan(0);
  expect(most).toBeGreaterThan(1.2 * half);
});

describe("refuses", () => {
  const trials: readonly PointTrial[] = syntheticTrials(shape);
  it.each([
    [{ column: "pairs" }, "UNKNOWN_CHOICE"],
    [{ draws: 0 }, "BAD_BOOTSTRAP_OPTION"],
    [{ power: 1 }, "BAD_BOOTSTRAP_OPTION"],
    [{ iter: 5 }, "UNKNOWN_OPTION"],
  ])("%j", (wrong, code) => {
    expect(() => bootstrapMembership(trials, { ...options, ...wrong })).toThrow(expect.objectContaining({ code }));
  });
});
