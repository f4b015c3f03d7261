import { type Effect, permutationTest, pool } from "@acumeta/core";
import { expect, test } from "vitest";

const effectsOf = (yi: readonly number[]): readonly Effect<"SMD">[] =>
  yi.map((y, i) => ({ study: String(i), measure: "SMD", yi: y, vi: 0.02 + 0.01 * i }));
const effects = effectsOf([0.2, 0.5, -0.1, 0.4, 0.3, 0.6, 0.35]);

test("p is the share of all 2ᵏ sign flips that are at least as extreme, each pooled anew", () => {
  const statistic = (signs: number) =>
    Math.abs(
      pool(effects.map((effect, i) => ({ ...effect, yi: (signs >> i) & 1 ? -effect.yi : effect.yi }))).ci.statistic!,
    );
  const all = Array.from({ length: 2 ** effects.length }, (_, signs) => statistic(signs));
  const share = all.filter((one) => one >= all[0]! * (1 - 1e-12)).length / all.length;
  expect(permutationTest(effects)).toMatchObject({ exact: true, flips: 64, p: share });
});

test("the interval holds what the test does not refuse, and its estimate", () => {
  const { ci, estimate } = permutationTest(effects, { tau2: "DL" });
  expect(ci!.lower).toBeLessThan(estimate);
  expect(ci!.upper).toBeGreaterThan(estimate);
  const shifted = (mu: number) =>
    permutationTest(effectsOf(effects.map(({ yi }) => yi - mu)), { tau2: "DL", ci: false }).p;
  expect(shifted(ci!.lower + 1e-3)).toBeGreaterThan(0.05);
  expect(shifted(ci!.lower - 1e-3)).toBeLessThanOrEqual(0.05);
});

test("too few studies have no interval, since no p is small enough", () => {
  expect(permutationTest(effects.slice(0, 5)).ci).toBeNull();
});

test("many studies are sampled, the same for the same seed", () => {
  const many = effectsOf(Array.from({ length: 30 }, (_, i) => 0.1 * Math.sin(i)));
  const options = { draws: 200, ci: false, tau2: "DL" } as const;
  expect(permutationTest(many, options)).toEqual(permutationTest(many, options));
  expect(permutationTest(many, options)).toMatchObject({ exact: false, flips: 200 });
  expect(permutationTest(many, { ...options, seed: 2 })).not.toEqual(permutationTest(many, options));
});

test("identical effects are tested without dividing by 0", () => {
  const { p, statistic } = permutationTest(effectsOf([0.3, 0.3, 0.3, 0.3, 0.3, 0.3]), { interval: "HKSJ" });
  expect(statistic).toBeNull();
  expect(p).toBeCloseTo(2 / 64, 12);
});
