import { componentIntervals, type Multilevel, multilevel } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { denseLikelihood } from "../../census/multilevel/denseLikelihood.ts";
import { type RandomModel, randomModel } from "../../census/multilevel/randomModel.ts";
import { periodontal } from "./nestedEffects.ts";

const DROP = 1.92072941034706;

/** The highest log-likelihood with this τ², whatever the one correlation is; on a likelihood of its own, by a fine grid. */
function highestAt(model: RandomModel, tau2: number): number {
  const unit = model.effects.reduce((sum, { vi }) => sum + vi, 0) / model.effects.length;
  const { logLikelihood } = denseLikelihood(model);
  const at = (turn: number) => logLikelihood(Float64Array.of((tau2 / unit) ** 0.25, turn));
  const grid = Array.from({ length: 201 }, (_, i) => Math.PI * (i / 200 - 0.5));
  const best = grid.reduce((a, b) => (at(b) > at(a) ? b : a));
  const around = Array.from({ length: 201 }, (_, i) => best + (Math.PI / 200) * (i / 100 - 1));
  return Math.max(...around.map(at));
}

/** Of models with a variance and a correlation, some with several maxima: at random, and some in which these matter. */
const seeds = [5, 8, 10, 16, 19, 21, 27, 32, 41, 49, 60, 71, 74, 82, 85, 107];

describe("a limit of a variance is where the highest likelihood has fallen by ½χ²", () => {
  test.each(seeds)("seed %i", (seed) => {
    const model = randomModel(seed);
    const fit = multilevel(model.effects, model.options);
    const { ci } = componentIntervals(fit)[0]!;
    const fallen = (tau2: number) => fit.fit.logLik - highestAt(model, tau2);
    if (ci!.lower > 0) expect(fallen(ci!.lower)).toBeCloseTo(DROP, 3);
    else expect(fallen(0)).toBeLessThan(DROP + 1e-6);
    expect(fallen(ci!.upper)).toBeCloseTo(DROP, 3);
    expect(fallen(ci!.upper * 1.5)).toBeGreaterThan(DROP);
  });
});

describe("where there is no interval, the note says why", () => {
  const three = periodontal.map((effect, i) => ({ ...effect, outcome: ["a", "b", "c"][(i + Math.floor(i / 3)) % 3]! }));

  test("correlations of two levels of which none is the first", () => {
    const fit = multilevel(three, { random: { inner: "outcome", outer: "trial", structure: "UN" } });
    const intervals = componentIntervals(fit);
    const without = intervals.filter(({ ci }) => ci === null);
    expect(without.map(({ name }) => name)).toEqual(["rho[b, c]"]);
    expect(without[0]!.note).toMatch(/make one of them the first/);
    for (const { ci, note } of intervals) expect(ci === null).toBe(note !== null);
  });

  test("a fit that is no maximum", () => {
    const fit = multilevel(periodontal, { random: "~ 1 | trial/outcome" });
    const moved: Multilevel = JSON.parse(JSON.stringify(fit));
    Object.assign(moved.random[1]!.parameters[0]!, { value: 2 * moved.random[1]!.parameters[0]!.value });
    for (const { ci, note } of componentIntervals(moved).slice(1)) {
      expect(ci).toBeNull();
      expect(note).toMatch(/higher elsewhere/);
    }
  });
});

test("a variance that the data do not tell reaches from 0 to the largest number", () => {
  const effects = periodontal.map((effect) => ({ ...effect, country: "one" }));
  const [, country] = componentIntervals(multilevel(effects, { random: ["~ 1 | effect", "~ 1 | country"] }));
  expect(country!.ci).toMatchObject({ lower: 0, upper: Number.MAX_VALUE });
});
