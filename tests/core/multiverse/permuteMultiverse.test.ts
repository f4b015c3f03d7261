import { permutationTest, permuteMultiverse, pool } from "@acumeta/core";
import { describe, expect, test, vi } from "vitest";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";
import { highlyRated, rated } from "./rated.ts";

const interval = { HKSJ: { interval: "HKSJ" }, z: { interval: "z" } } as const;
const y = [0.31, 0.12, 0.45, -0.22, 0.57, 0.38];
const v = [0.02, 0.05, 0.01, 0.04, 0.03, 0.02];

test("of one common-effect analysis the p of the median is that of the permutation test", () => {
  const effects = effectsOf(y, v);
  const model = { tau2: "EE", interval: "z" } as const;
  const { summary, exact, flips, seed, clusters } = permuteMultiverse(effects, { choices: { model: { model } } });
  expect(summary).toHaveLength(1);
  expect(summary[0]!.median).toEqual({ observed: pool(effects, model).estimate, p: permutationTest(effects, model).p });
  expect({ exact, flips, seed, clusters }).toEqual({ exact: true, flips: 32, seed: null, clusters: 6 });
});

test("median and share of intervals, and their p, by hand over all 2ᵏ signs", () => {
  const statistics = Array.from({ length: 2 ** 6 }, (_, bits) => {
    const turned = rated.map((effect, i) => ({ ...effect, yi: (bits >> i) % 2 === 0 ? effect.yi : -effect.yi }));
    const fits = [turned, highlyRated(turned)].flatMap((list) => Object.values(interval).map((one) => pool(list, one)));
    const [, low, high] = fits.map(({ estimate }) => estimate).sort((a, b) => a - b);
    const above = fits.filter(({ ci }) => ci.lower > 0).length / 4;
    const below = fits.filter(({ ci }) => ci.upper < 0).length / 4;
    return { median: (low! + high!) / 2, excluding: Math.max(above, below) };
  });
  const share = (name: "median" | "excluding") => {
    const observed = statistics[0]![name];
    return statistics.filter((one) => Math.abs(one[name]) >= Math.abs(observed) - 1e-12).length / statistics.length;
  };
  const { summary } = permuteMultiverse(rated, { choices: { rating: { all: null, high: highlyRated }, interval } });
  expect(summary).toEqual([
    {
      measure: "SMD",
      analyses: 4,
      median: { observed: expect.closeTo(statistics[0]!.median, 12), p: share("median") },
      excluding: { observed: statistics[0]!.excluding, p: share("excluding") },
    },
  ]);
});

test("effects the other way round have the other median, and the same p", () => {
  const mirrored = rated.map((effect) => ({ ...effect, yi: -effect.yi }));
  const choices = { rating: { all: null, high: highlyRated }, interval };
  const [given, other] = [rated, mirrored].map((effects) => permuteMultiverse(effects, { choices }).summary[0]!);
  expect(other!.median.observed).toBeCloseTo(-given!.median.observed, 12);
  expect(given!.excluding.observed).toBeGreaterThan(0);
  expect([other!.median.p, other!.excluding]).toEqual([given!.median.p, given!.excluding]);
});

test("without an effect p is at most α in at most a share α of cases: each sign of the same effects once", () => {
  const found = Array.from({ length: 2 ** 5 }, (_, bits) => {
    const effects = rated.map((effect, i) => ({ ...effect, yi: (bits >> i) % 2 === 0 ? effect.yi : -effect.yi }));
    const { summary } = permuteMultiverse(effects, { choices: { rating: { all: null, high: highlyRated }, interval } });
    return [summary[0]!.median.p, summary[0]!.excluding.p] as const;
  });
  for (const statistic of [0, 1] as const) {
    const all = found.map((p) => p[statistic]);
    for (const alpha of new Set(all)) {
      expect(all.filter((p) => p <= alpha).length / all.length).toBeLessThanOrEqual(alpha + 1e-12);
    }
    expect(Math.min(...all)).toBeLessThan(0.5);
  }
});

test("an analysis counts once, however many specifications ask for it", () => {
  const once = permuteMultiverse(rated, { choices: { rating: { all: null, high: highlyRated }, interval } });
  const idle = { one: null, two: {}, three: (list: typeof rated) => list.slice() };
  expect(permuteMultiverse(rated, { choices: { rating: { all: null, high: highlyRated }, idle, interval } })).toEqual(
    once,
  );
});

describe("drawn flips", () => {
  const many = effectsOf(
    Array.from({ length: 20 }, (_, i) => 0.05 + 0.3 * Math.sin(7 * i)),
    Array.from({ length: 20 }, (_, i) => 0.02 + 0.01 * (i % 5)),
  );
  const draw = (seed: number) => permuteMultiverse(many, { choices: { interval }, flips: 200, seed });

  test("are the same for the same seed, and others for another", () => {
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).toMatchObject({ exact: false, flips: 200, seed: 3, clusters: 20 });
    expect(draw(4).summary[0]!.median.p).not.toBe(draw(3).summary[0]!.median.p);
  });

  test("count the observed signs among them", () => {
    const far = many.map((effect) => ({ ...effect, yi: 3 + effect.yi }));
    expect(permuteMultiverse(far, { choices: { interval }, flips: 200 }).summary[0]!.median.p).toBe(1 / 200);
  });
});

describe("clusters", () => {
  const twice = rated.flatMap((effect, i) => [
    { ...effect, study: `${i}a`, trial: i },
    { ...effect, study: `${i}b`, trial: i, yi: effect.yi + 0.1 },
  ]);

  test("turn together", () => {
    const fit = vi.fn(pool);
    const { clusters, flips } = permuteMultiverse(twice, {
      choices: { one: { way: null } },
      cluster: "trial",
      fit: (effects, options) => fit(effects, options),
    });
    expect({ clusters, flips }).toEqual({ clusters: 6, flips: 32 });
    const signs = fit.mock.calls.map(([effects]) => effects.map(({ yi }, i) => yi === twice[i]!.yi));
    for (const same of signs) for (const i of rated.keys()) expect(same[2 * i]).toBe(same[2 * i + 1]);
    expect(new Set(signs.map(String)).size).toBe(32);
  });

  test("are named by a column that every effect has", () => {
    expect(() => permuteMultiverse(twice, { choices: { one: { way: null } }, cluster: "centre" })).toThrow(
      "MISSING_COLUMN",
    );
  });
});

test("it is frozen, finite, and the same after JSON", () => {
  const result = permuteMultiverse(rated, { choices: { interval } });
  expect(faults(result)).toEqual([]);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});

test("measures are apart, and what is refused is left out", () => {
  const ratios = effectsOf([1, 2, 1.5], [0.1, 0.1, 0.2], "logRR");
  const data: readonly ((typeof rated)[number] | (typeof ratios)[number])[] = rated;
  const { summary, clusters } = permuteMultiverse(data, {
    choices: { measure: { SMD: null, ratio: () => ratios, none: () => [] }, interval },
  });
  expect(summary.map(({ measure, analyses }) => [measure, analyses])).toEqual([
    ["SMD", 2],
    ["logRR", 2],
  ]);
  expect(clusters).toBe(6);
});

test.each([
  [{ flips: 0 }, "NOT_A_VALID_NUMBER"],
  [{ flips: 2.5 }, "NOT_A_VALID_NUMBER"],
  [{ seed: Number.NaN }, "NOT_A_VALID_NUMBER"],
  [{ draws: 100 }, "UNKNOWN_OPTION"],
])("%j is refused: %s", (option, code) => {
  expect(() => permuteMultiverse(rated, { choices: { interval }, ...option })).toThrow(
    expect.objectContaining({ code }),
  );
});

test("data that are no effects are refused", () => {
  const fit = () => ({ estimate: 1, ci: { lower: 0, upper: 2 } });
  expect(() => permuteMultiverse({ a: 1 }, { choices: { one: { way: null } }, fit })).toThrow("NOT_EFFECTS");
});
