import { scenarios, simulatePoints } from "@acumeta/acupoints";
import { describe, expect, it } from "vitest";
import { judge } from "../../../packages/acupoints/src/simulate/judge.ts";
import { makeTrials } from "../../../packages/acupoints/src/simulate/makeTrials.ts";

const world = { sigma: 0.1, tau: 0.35, trials: 60, points: 40, confounding: 0.5, bias: 1 };

describe("makeTrials", () => {
  it("has effects of the standard deviation asked for, whatever the seed, and lists of different points", () => {
    const effects = Array.from({ length: 200 }, (_, seed) => [...makeTrials(world, seed + 1).truth.values()]).flat();
    const variance = effects.reduce((sum, each) => sum + each ** 2, 0) / effects.length;
    // 8,000 draws: the standard error of the variance is 1.6 % of it.
    expect(variance / 0.01).toBeGreaterThan(0.92);
    expect(variance / 0.01).toBeLessThan(1.08);
    for (const { points, vi, standardError } of makeTrials(world, 1).trials) {
      expect(new Set(points).size).toBe(points.length);
      expect([points.length >= 4, points.length <= 12]).toEqual([true, true]);
      expect(vi).toBeCloseTo(standardError ** 2, 12);
    }
  });

  it("with confounding a style of prescribing goes with a comparator", () => {
    const shares = (confounding: number) => {
      const { trials } = makeTrials({ ...world, trials: 2000, confounding }, 3);
      const most = (comparator: string) => {
        const own = trials.filter((trial) => trial.comparator === comparator);
        const counts = new Map<string, number>();
        for (const { points } of own) for (const code of points) counts.set(code, (counts.get(code) ?? 0) + 1);
        const [first] = [...counts].sort((a, b) => b[1] - a[1]);
        return { code: first![0], share: first![1] / own.length };
      };
      return [most("sham"), most("untreated")];
    };
    const [sham, untreated] = shares(1);
    expect(sham!.code).not.toBe(untreated!.code);
    expect(sham!.share).toBeGreaterThan(0.6);
  });
});

describe("judge", () => {
  const truth = new Map(["a", "b", "c", "d", "e", "f"].map((code, i) => [code, i / 10]));
  const said = (...estimates: readonly number[]) =>
    estimates.map((estimate, i) => ({
      code: "abcdef"[i]!,
      estimate,
      ci: { lower: estimate - 0.3, upper: estimate + 0.3 },
    }));

  it("by hand", () => {
    const { range, best, differing, anyDiffers, coverage, spearman, bestInTop5 } = judge(
      said(-1, 0, 0.1, 0.2, 0.3, 0.4),
      truth,
    );
    expect([range, best, spearman, bestInTop5, anyDiffers]).toEqual([1.4, 0.4, 1, 1, true]);
    expect(differing).toBeCloseTo(2 / 6, 12);
    // The truth less its mean: −0.25 … 0.25; −1 ± 0.3 misses it.
    expect(coverage).toBeCloseTo(5 / 6, 12);
  });

  it("gives estimates that are alike no order, and their share of the top", () => {
    const { spearman, bestInTop5 } = judge(said(0, 0, 0, 0, 0, 0), truth);
    expect([spearman, bestInTop5]).toEqual([0, 5 / 6]);
  });

  it("has no order to agree with where no point matters", () => {
    const none = new Map([...truth.keys()].map((code) => [code, 0]));
    expect(judge(said(1, 2, 3, 4, 5, 6), none)).toMatchObject({ spearman: null, bestInTop5: null });
  });
});

describe("simulatePoints", () => {
  it("is the same for the same seed, and parts of it make the whole", () => {
    const whole = simulatePoints(world, { replicates: 4, seed: 5 });
    expect(simulatePoints(world, { replicates: 4, seed: 5 })).toEqual(whole);
    const [first, second] = [5, 7].map((seed) => simulatePoints(world, { replicates: 2, seed }));
    expect((first!.naive.range + second!.naive.range) / 2).toBeCloseTo(whole.naive.range, 12);
    expect((first!.model.sigma + second!.model.sigma) / 2).toBeCloseTo(whole.model.sigma, 12);
  });

  it("where no point matters means spread by most of an SMD, and the model hardly at all", () => {
    const { naive, model } = simulatePoints({ ...world, sigma: 0, trials: 80, points: 60 }, { replicates: 20 });
    expect(naive.range).toBeGreaterThan(0.7);
    expect(model.range).toBeLessThan(0.15);
    expect(model.anyDiffers).toBeLessThanOrEqual(0.05);
  });

  it("has scenarios in which nothing matters and in which something does", () => {
    expect(new Set(scenarios.map(({ sigma }) => sigma))).toEqual(new Set([0, 0.05, 0.1, 0.2]));
  });

  it.each([
    [{ ...world, sigma: -1 }, {}],
    [{ ...world, points: 3 }, {}],
    [world, { replicates: 0 }],
    [world, { seed: 0.5 }],
  ])("refuses %#", (scenario, options) => {
    expect(() => simulatePoints(scenario, options)).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
  });
});
