import { bootstrapMembership, permuteMembership } from "@acumeta/core";
import { expect, it } from "vitest";
import { syntheticTrials } from "./syntheticTrials.ts";

const shape = { seed: 21, trials: 25, points: 8, sigma: 0, tau: 0.2 };
const options = { members: "points", draws: 99 } as const;

it("has the ratio of the model, and the same shuffles for the same seed", () => {
  const trials = syntheticTrials({ ...shape, sigma: 0.3 });
  const found = permuteMembership(trials, options);
  expect(found.ratio).toBeCloseTo(bootstrapMembership(trials, { ...options, draws: 1, ci: false }).ratio, 8);
  expect(permuteMembership(trials, options)).toEqual(found);
});

it("finds points that differ much, and where none does is at most 0.2 in no more than its share of data sets", () => {
  expect(permuteMembership(syntheticTrials({ ...shape, sigma: 0.8 }), options).p).toBeLessThan(0.05);
  const ps = Array.from(
    { length: 60 },
    (_, i) => permuteMembership(syntheticTrials({ ...shape, seed: 200 + i }), options).p,
  );
  // Of 60 tests of level 0.2, 12 are expected; 22 or more have a chance of 0.3 %.
  expect(ps.filter((p) => p <= 0.2).length).toBeLessThan(22);
});

it("exchanges within the values of a column alone", () => {
  const trials = syntheticTrials({ ...shape, sigma: 0.5 }).map((trial, i) => ({ ...trial, own: `${i}` }));
  // Where every effect is a stratum of its own nothing can be exchanged: every shuffle is the data.
  expect(permuteMembership(trials, { ...options, within: "own" }).p).toBe(1);
});

it.each([
  [{ within: "country" }, "UNKNOWN_CHOICE"],
  [{ draws: 0 }, "BAD_BOOTSTRAP_OPTION"],
  [{ strata: "x" }, "UNKNOWN_OPTION"],
])("refuses %j", (wrong, code) => {
  expect(() => permuteMembership(syntheticTrials(shape), { ...options, ...wrong } as never)).toThrow(
    expect.objectContaining({ code }),
  );
});
