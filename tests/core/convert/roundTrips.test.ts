import { sdFromCi, sdFromSe, seFromCi, seFromP, seFromStatistic, tCdf, tFromP, tQuantile } from "@acumeta/core";
import { describe, expect, test } from "vitest";

const levels = [0.9, 0.95, 0.99];
const z: Readonly<Record<number, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};

test.each(levels)("an SE comes back from its %f interval by z", (level) => {
  const half = z[level]! * 0.37;
  const { value, rule } = seFromCi({ lower: 1.2 - half, upper: 1.2 + half, level });
  expect(value).toBeCloseTo(0.37, 14);
  expect(rule).toBe(`SE from ${100 * level} % CI (normal)`);
});

test.each(levels.flatMap((level) => [1, 4, 200].map((df) => [level, df] as const)))(
  "an SE comes back from its %f interval by t with %i df",
  (level, df) => {
    const half = tQuantile((1 + level) / 2, df) * 0.37;
    expect(seFromCi({ lower: -half, upper: half, level, df }).value).toBeCloseTo(0.37, 13);
  },
);

test("an interval by t says less of the SE than one by z, ever less with many df", () => {
  const bounds = { lower: 0, upper: 1 };
  const byZ = seFromCi(bounds).value;
  expect(seFromCi({ ...bounds, df: 5 }).value).toBeLessThan(seFromCi({ ...bounds, df: 50 }).value);
  expect(seFromCi({ ...bounds, df: 50 }).value).toBeLessThan(byZ);
  expect(seFromCi({ ...bounds, df: 1e9 }).value).toBeCloseTo(byZ, 8);
});

test.each(levels)("an SD comes back from the %f interval of a mean, by t unless z is asked for", (level) => {
  const [sd, n] = [12.5, 9];
  const se = sd / Math.sqrt(n);
  const byT = tQuantile((1 + level) / 2, n - 1) * se;
  const byZ = z[level]! * se;
  expect(sdFromSe({ se, n }).value).toBeCloseTo(sd, 13);
  expect(sdFromCi({ lower: 40 - byT, upper: 40 + byT, n, level }).value).toBeCloseTo(sd, 12);
  expect(sdFromCi({ lower: 40 - byZ, upper: 40 + byZ, n, level, distribution: "z" }).value).toBeCloseTo(sd, 12);
});

describe("a p value", () => {
  test.each([0.9, 0.5, 0.05, 1e-3, 1e-10])("of %f gives back the statistic it was made from", (p) => {
    for (const df of [1, 3, 30]) {
      const { value } = tFromP({ p, df });
      expect(2 * tCdf(-value, df)).toBeCloseTo(p, 14);
      expect((2 * tCdf(-value, df)) / p).toBeCloseTo(1, 10);
    }
  });

  test("gives the SE that the statistic gives", () => {
    const statistic = tFromP({ p: 0.013, df: 17 }).value;
    const se = seFromP({ estimate: -0.8, p: 0.013, df: 17 }).value;
    expect(se).toBe(seFromStatistic({ estimate: -0.8, statistic: -statistic }).value);
  });

  test("of 1e-300 is a z of 37.07", () => {
    expect(tFromP({ p: 1e-300 }).value).toBeCloseTo(37.0657878808, 9);
    expect(seFromP({ estimate: 37.0657878808, p: 1e-300 }).value).toBeCloseTo(1, 7);
    expect(tFromP({ p: 1e-300, df: 3 }).value).toBeGreaterThan(1e99);
  });

  test("near 1 is an SE that is large but finite", () => {
    expect(seFromP({ estimate: 0.1, p: 1 - 2 ** -53 }).value).toBeGreaterThan(1e14);
  });
});

test.each([
  ["NOT_A_VALID_NUMBER", "p = 1", () => tFromP({ p: 1 })],
  ["NOT_A_VALID_NUMBER", "p = 0", () => seFromP({ estimate: 1, p: 0 })],
  ["NOT_A_VALID_NUMBER", "a t test on 0 df", () => tFromP({ p: 0.1, df: 0 })],
  ["NOT_A_VALID_NUMBER", "an SE of 0", () => sdFromSe({ se: 0, n: 9 })],
  ["NOT_A_VALID_NUMBER", "the interval of one patient", () => sdFromCi({ lower: 0, upper: 1, n: 1 })],
  ["NOT_A_VALID_NUMBER", "a statistic of the other sign", () => seFromStatistic({ estimate: 1, statistic: -1 })],
  ["NOT_A_VALID_NUMBER", "a limit that is NaN", () => seFromCi({ lower: Number.NaN, upper: 1 })],
  ["ESTIMATE_IS_ZERO", "p of an estimate of 0", () => seFromP({ estimate: 0, p: 1 - 1e-9 })],
  ["ESTIMATE_IS_ZERO", "the statistic of an estimate of 0", () => seFromStatistic({ estimate: 0, statistic: 0 })],
  ["BOUNDS_REVERSED", "limits in the wrong order", () => seFromCi({ lower: 1, upper: 0 })],
  ["BOUNDS_REVERSED", "limits that are the same", () => seFromCi({ lower: 1, upper: 1 })],
  ["LEVEL_OUT_OF_RANGE", "a level of 95", () => seFromCi({ lower: 0, upper: 1, level: 95 })],
  ["OUT_OF_RANGE", "a level too small to tell from 0", () => seFromCi({ lower: 0, upper: 1, level: 1e-17 })],
  ["OUT_OF_RANGE", "a p value that has no half", () => tFromP({ p: 5e-324 })],
  ["OUT_OF_RANGE", "an SE beyond doubles", () => seFromStatistic({ estimate: 1e300, statistic: 1e-300 })],
  ["OUT_OF_RANGE", "an SD beyond doubles", () => sdFromSe({ se: 1e308, n: 1e6 })],
] as const)("refuses with %s %s", (code, _, run) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});
