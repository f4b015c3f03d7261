import { type CopasOptions, copasModel, type Effect, normalCdf } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";
import { nelderMead } from "./nelderMead.ts";
import { normals, publishedEffects, uniforms } from "./simulate.ts";

const small = publishedEffects(15, { mu: 0.2, tau: 0.1, seed: 6, publish: (z) => (z > 1.5 ? 1 : 0.3) });
const symmetric = publishedEffects(25, { mu: -0.1, tau: 0.2, seed: 9, publish: () => 1 });

/** By conditioning on y: Cov(y, δ) = ρσ, so that δ | y has mean ρσ(y − μ)/V and variance 1 − ρ²σ²/V. */
function logLikelihood(effects: readonly Effect[], [gamma0, gamma1]: readonly [number, number], x: readonly number[]) {
  const [mu, tau, angle, beta = 0] = x as [number, number, number, number?];
  const rho = 0.9999 * Math.sin(angle);
  return effects.reduce((sum, { yi, vi }) => {
    const u = gamma0 + gamma1 / Math.sqrt(vi);
    const lambda = Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) / normalCdf(u);
    const sigma2 = vi / (1 - rho * rho * lambda * (u + lambda));
    const V = tau * tau + sigma2;
    const e = yi - mu - beta * Math.sqrt(vi);
    const given = (u + (rho * Math.sqrt(sigma2) * e) / V) / Math.sqrt(1 - (rho * rho * sigma2) / V);
    const density = Math.exp((-0.5 * e * e) / V) / Math.sqrt(2 * Math.PI * V);
    return sum + Math.log((density * normalCdf(given)) / normalCdf(u));
  }, 0);
}

describe.each([
  ["of 15 selected studies", small],
  ["of 25 others", symmetric],
])("a Copas model %s", (_, effects) => {
  test.each<[number, number]>([
    [-1, 0.2],
    [0, 0.05],
    [0.5, 0.3],
    [-2, 0.5],
  ])(
    "at γ₀ = %d, γ₁ = %d is as likely as the best of several simplexes, with and without a slope",
    (gamma0, gamma1) => {
      const [point] = copasModel(effects, { gamma0: [gamma0], gamma1: [gamma1] }).grid;
      const best = (starts: readonly (readonly number[])[]) =>
        starts
          .map((start) => nelderMead((x) => -logLikelihood(effects, [gamma0, gamma1], x), start))
          .reduce((a, b) => (b.value < a.value ? b : a));
      const level = best([-0.8, 0, 0.8].map((angle) => [0.1, 0.2, angle]));
      expect(point!.converged).toBe(true);
      expect(point!.logLik).toBeGreaterThan(-level.value - 1e-8);
      if (point!.logLik! < -level.value + 1e-6) expect(point!.estimate).toBeCloseTo(level.x[0]!, 3);
      const sloped = best([-0.8, 0, 0.8].flatMap((angle) => [-1, 0, 1].map((beta) => [0.1, 0.2, angle, beta])));
      const statistic = 2 * (-sloped.value - point!.logLik!);
      const p = 2 * normalCdf(-Math.sqrt(Math.max(0, statistic)));
      expect(point!.asymmetryP).toBeLessThan(p + 1e-4);
    },
  );

  test("where every study is published is the random-effects model by maximum likelihood", () => {
    const { grid, unadjusted } = copasModel(effects, { gamma0: [40], gamma1: [0, 1] });
    for (const point of grid) {
      expect(point.estimate).toBeCloseTo(unadjusted.estimate, 6);
      expect(point.tau2).toBeCloseTo(unadjusted.tau2, 6);
      expect(point.logLik).toBeCloseTo(unadjusted.logLik, 8);
      expect(point).toMatchObject({ publishLargestSe: 1, unpublished: 0 });
    }
  });

  test("tells how many studies its probabilities leave unpublished, in rows by γ₀ and columns by γ₁", () => {
    const { grid, contour } = copasModel(effects, { gamma0: [-1, 0], gamma1: [0, 0.1, 0.2] });
    const chances = effects.map(({ vi }) => normalCdf(0 + 0.2 / Math.sqrt(vi)));
    expect(grid[5]!.unpublished).toBeCloseTo(
      chances.reduce((sum, p) => sum + (1 - p) / p, 0),
      9,
    );
    expect(grid[5]!.publishLargestSe).toBeCloseTo(Math.min(...chances), 12);
    expect(contour.estimate.map((row) => row.length)).toEqual([3, 3]);
    expect(contour.estimate[1]![2]).toBe(grid[5]!.estimate);
  });
});

test("at the γ by which studies were selected the mean is found, which the random-effects model misses", () => {
  const [mu, tau, rho, gamma0, gamma1] = [0.1, 0.1, 0.9, -0.8, 0.15];
  const random = uniforms(17);
  const normal = normals(random);
  const effects: Effect<"SMD">[] = [];
  while (effects.length < 800) {
    const sigma = 0.05 + 0.35 * random();
    const delta = normal();
    const error = rho * delta + Math.sqrt(1 - rho * rho) * normal();
    const u = gamma0 + gamma1 / sigma;
    const lambda = Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) / normalCdf(u);
    const narrowing = 1 - rho * rho * lambda * (u + lambda);
    if (u + delta > 0)
      effects.push({
        study: `s${effects.length}`,
        measure: "SMD",
        yi: mu + tau * normal() + sigma * error,
        vi: sigma ** 2 * narrowing,
      });
  }
  const { grid, unadjusted } = copasModel(effects, { gamma0: [gamma0], gamma1: [gamma1] });
  expect(Math.abs(grid[0]!.estimate! - mu)).toBeLessThan(0.03);
  expect(unadjusted.estimate - mu).toBeGreaterThan(0.06);
});

test("the suggested point explains the asymmetry with the fewest unpublished studies", () => {
  const { grid, adjusted } = copasModel(small, { points: 6 });
  const explained = grid.filter(({ asymmetryP }) => asymmetryP! > 0.1);
  expect(adjusted!.unpublished).toBe(Math.min(...explained.map(({ unpublished }) => unpublished)));
  expect(copasModel(small, { points: 3, asymmetryLevel: 0.999999 }).adjusted).toBeNull();
});

const several = Object.entries(edgeCases).filter(
  ([name, effects]) =>
    new Set(effects.map(({ vi }) => vi)).size > 1 && effects.length > 2 && !name.includes("outweighs"),
);

test.each(several)("a Copas model of %s has finite frozen numbers or null", (_, effects) => {
  const model = copasModel(effects, { points: 3 });
  expect(faults(model)).toEqual([]);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});

test("standard errors that are all the same tell nothing of selection by size: they are refused", () => {
  const same = effectsOf([0.1, 0.2, 0.3, 0.7], [0.04, 0.04, 0.04, 0.04]);
  expect(() => copasModel(same, { points: 2 })).toThrow("SAME_PRECISION");
});

test.each([1e6, 1e-6, -1])("a Copas model is the same in a unit of %d", (unit) => {
  const moved = small.map((effect) => ({ ...effect, yi: unit * effect.yi, vi: unit * unit * effect.vi }));
  const [one, other] = [copasModel(small, { points: 4 }), copasModel(moved, { points: 4 })];
  for (const [i, { estimate, unpublished, asymmetryP }] of one.grid.entries()) {
    expect(other.grid[i]!.estimate! / unit).toBeCloseTo(estimate!, 6);
    expect(other.grid[i]!.unpublished / unpublished).toBeCloseTo(1, 6);
    expect(other.grid[i]!.asymmetryP).toBeCloseTo(asymmetryP!, 6);
  }
});

test.each<[string, number, CopasOptions]>([
  ["TOO_FEW_EFFECTS", 2, {}],
  ["NOT_A_VALID_NUMBER", 5, { points: 1 }],
  ["NOT_A_VALID_NUMBER", 5, { gamma1: [-1] }],
  ["NOT_A_VALID_NUMBER", 5, { gamma0: [Number.NaN] }],
  ["NOT_A_VALID_NUMBER", 5, { gamma0: [] }],
  ["NOT_A_VALID_NUMBER", 5, { asymmetryLevel: 5 }],
  ["UNKNOWN_OPTION", 5, { ngrid: 5 } as CopasOptions],
  ["LEVEL_OUT_OF_RANGE", 5, { level: 95 }],
])("refuses with %s: %d studies and %j", (code, k, options) => {
  expect(() => copasModel(small.slice(0, k), options)).toThrow(code);
});
