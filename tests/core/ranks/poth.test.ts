import { poth, pScores } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomJoint, three } from "./joints.ts";

test("is the variance of the scores in parts of that of a sure order, by hand", () => {
  const scores = pScores(three, { better: "lower" }).treatments.map(({ score }) => score);
  const sure = [0, 0.5, 1].reduce((sum, score) => sum + (score - 0.5) ** 2, 0);
  const found = scores.reduce((sum, score) => sum + (score - 0.5) ** 2, 0);
  expect(poth(three, { better: "lower" }).poth).toBeCloseTo(found / sure, 12);
});

test("is 1 for a sure order, 0 for no order", () => {
  const diagonal = (n: number, v: number) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? v : 0)));
  const names = ["a", "b", "c", "d"];
  expect(poth({ names, estimates: [1, 2, 3, 4], vcov: diagonal(4, 1e-8) }, { better: "lower" }).poth).toBeCloseTo(
    1,
    12,
  );
  expect(poth({ names, estimates: [1, 1, 1, 1], vcov: diagonal(4, 1) }, { better: "lower" }).poth).toBeCloseTo(0, 12);
});

test("without a treatment, and among the best, it is that of the others alone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 3, max: 8 }), (seed, n) => {
      const joint = randomJoint(n, seed);
      const { poth: whole, treatments, best } = poth(joint, { better: "lower" });
      expect(whole).toBeGreaterThanOrEqual(0);
      expect(whole).toBeLessThanOrEqual(1);
      for (const { name, without, residual } of treatments) {
        const among = joint.names.filter((other) => other !== name);
        expect(without).toBeCloseTo(poth(joint, { better: "lower", among }).poth, 12);
        expect(residual).toBeCloseTo(whole - without!, 12);
      }
      expect(best.map(({ k }) => k)).toEqual(Array.from({ length: n - 1 }, (_, i) => i + 2));
      for (const { names, poth: ofBest } of best)
        expect(ofBest).toBeCloseTo(poth(joint, { better: "lower", among: names }).poth, 12);
      expect(best.at(-1)!.poth).toBeCloseTo(whole, 12);
    }),
    { numRuns: 30 },
  );
});

test("two treatments leave nothing without one of them", () => {
  const { treatments } = poth(three, { better: "lower", among: ["sham", "waiting"] });
  expect(treatments.map(({ name, without, residual }) => [name, without, residual])).toEqual([
    ["sham", null, null],
    ["waiting", null, null],
  ]);
});

test("names that are not there are refused", () => {
  expect(() => poth(three, { better: "lower", among: ["sham", "needle"] })).toThrow("UNKNOWN_TREATMENT");
  expect(() => poth(three, { better: "lower", among: ["sham"] })).toThrow("TOO_FEW_TREATMENTS");
});
