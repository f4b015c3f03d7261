import { type PointTrial, pointsMatter } from "@acumeta/acupoints";
import { bootstrapMembership, permuteMembership } from "@acumeta/core";
import { expect, it } from "vitest";
import { syntheticTrials } from "../../core/membership/syntheticTrials.ts";
import { pointTrial } from "../syntheticPointTrials.ts";

const synthetic = (sigma: number, seed = 1): readonly PointTrial[] =>
  syntheticTrials({ seed, trials: 30, points: 8, sigma, tau: 0.1 }).map(({ study, yi, vi, points }) =>
    pointTrial(study, yi, points, { vi }),
  );

it("puts the tests of core side by side", () => {
  const trials = synthetic(0.4);
  const found = pointsMatter(trials, { draws: 99 });
  const common = { members: "points", moderators: "~ 1", draws: 99 } as const;
  const drawn = bootstrapMembership(trials, { ...common, power: 0.8 });
  expect([found.p, found.ratio, found.detectable]).toEqual([drawn.p, drawn.ratio, drawn.detectable]);
  expect(found.permutationP).toBe(permuteMembership(trials, { ...common, within: "comparator" }).p);
  expect(found.sigma ** 2).toBeCloseTo(drawn.value, 8);
  expect([found.k, found.points]).toEqual([30, 8]);
});

it("says that points differ where they do, and not which is best", () => {
  const { paragraph, p } = pointsMatter(synthetic(0.6), { draws: 99 });
  expect(p).toBeLessThan(0.05);
  expect(paragraph).toMatch(/^30 trials with 8 points show that points differ: a standard deviation of 0\.\d\d SMD/);
  expect(paragraph).toContain("not that any one of them is known to be better");
});

it("says what could have been found where nothing was", () => {
  const trials = synthetic(0);
  const { paragraph, detectable } = pointsMatter(trials, { draws: 99 });
  expect(paragraph).toContain("do not show that points differ");
  expect(paragraph).toContain(`had to be ${detectable.sigma!.toFixed(2)} or more to be found with 80 % probability`);
});

it("refuses draws that are none", () => {
  expect(() => pointsMatter(synthetic(0), { draws: 0 })).toThrow(
    expect.objectContaining({ code: "BAD_BOOTSTRAP_OPTION" }),
  );
});
