import { bootstrapMembership, multiMembership } from "@acumeta/core";
import { describe, expect, it } from "vitest";
import { membershipModel } from "../../../packages/core/src/membership/membershipModel.ts";
import { resolveMembership } from "../../../packages/core/src/membership/options.ts";
import { mixedLikelihood } from "../../../packages/core/src/sparse/mixed/mixedLikelihood.ts";
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
  const sigmaAt = (power: number) => bootstrapMembership(trials, { ...options, ci: false, power }).detectable!.sigma!;
  const [half, most] = [sigmaAt(0.5), sigmaAt(0.9)];
  expect(half).toBeGreaterThan(0);
  expect(most).toBeGreaterThan(1.2 * half);
});

it("says where no spread of points, however large, would be found", () => {
  const alone = syntheticTrials({ ...shape, trials: 6 }).map((trial) => ({ ...trial, points: [trial.study, "all"] }));
  const { detectable } = bootstrapMembership(alone, { members: "points", draws: 60, ci: false, power: 0.8 });
  expect(detectable).toEqual({ power: 0.8, sigma: null });
});

it("with more points than trials the variances are those of the whole model, with or without its compact form", () => {
  const trials = syntheticTrials({ ...shape, trials: 12, points: 40, sigma: 0.5 });
  const { mixed, compact } = membershipModel(trials, resolveMembership({ members: "points" }));
  expect(compact.design.p).toBeLessThan(mixed.design.p);
  for (const theta of [Float64Array.of(0.1, 0.2), Float64Array.of(0, 0.05), Float64Array.of(0.3, 0)]) {
    const [whole, short] = [mixedLikelihood(mixed, theta)!.curved, mixedLikelihood(compact, theta)!.curved];
    expect(short.value).toBeCloseTo(whole.value, 9);
    expect(short.gradient[1]).toBeCloseTo(whole.gradient[1]!, 8);
  }
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
