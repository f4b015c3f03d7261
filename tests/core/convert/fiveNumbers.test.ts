import { fromFiveNumbers, meanRules, normalQuantile, sdRules } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";

const quartiles = { n: 45, q1: 16.6, median: 21.4, q3: 26.3 };
const extremes = { n: 45, min: 5, median: 21.4, max: 40 };
const all = { ...quartiles, min: 5, max: 40 };

/** What a normal distribution would show of n patients. */
function normal(n: number, mean: number, sd: number) {
  const at = (p: number) => mean + sd * normalQuantile(p);
  const [first, quarter] = [0.625 / (n + 0.25), (0.25 * n + 0.375) / (n + 0.25)];
  return { n, min: at(first), q1: at(quarter), median: mean, q3: at(1 - quarter), max: at(1 - first) };
}

test("the numbers of a normal distribution give back its mean and SD, by every default", () => {
  const { n, min, q1, median, q3, max } = normal(60, 30, 8);
  for (const summary of [
    { n, min, median, max },
    { n, q1, median, q3 },
    { n, min, q1, median, q3, max },
  ]) {
    const { mean, sd, skewness } = fromFiveNumbers(summary);
    expect(mean).toBeCloseTo(30, 10);
    expect(sd).toBeCloseTo(8, 10);
    expect(skewness).toMatchObject({ skewed: false });
  }
});

test("the default SD rule is Shi's where quartiles and extremes are known, else Wan's", () => {
  expect(fromFiveNumbers(all)).toEqual(fromFiveNumbers(all, { mean: "luo", sd: "shi" }));
  expect(fromFiveNumbers(quartiles)).toEqual(fromFiveNumbers(quartiles, { sd: "wan" }));
  expect(fromFiveNumbers(extremes).rule).toBe(
    "mean by Luo's weights, SD by Wan's formulas, from median, minimum and maximum",
  );
});

describe("shift and unit carry over, by every rule", () => {
  const means = Object.keys(meanRules) as (keyof typeof meanRules)[];
  const sds = Object.keys(sdRules) as (keyof typeof sdRules)[];
  const moved = (summary: object) =>
    Object.fromEntries(Object.entries(summary).map(([name, x]) => [name, name === "n" ? x : 100 + 3 * x]));

  test.each([...means.map((mean) => ({ mean })), ...sds.map((sd) => ({ sd }))])("%j", (rules) => {
    const options = Object.keys(rules).includes("mean") ? rules : { ...rules };
    for (const summary of [all, quartiles, extremes]) {
      let fit: ReturnType<typeof fromFiveNumbers>;
      try {
        fit = fromFiveNumbers(summary, options);
      } catch (error) {
        expect(error).toMatchObject({ code: "NEEDS_OTHER_NUMBERS" });
        continue;
      }
      const after = fromFiveNumbers(moved(summary) as unknown as typeof all, options);
      expect(after.mean).toBeCloseTo(100 + 3 * fit.mean, 9);
      expect(after.sd).toBeCloseTo(3 * fit.sd, 9);
      expect(faults(fit)).toEqual([]);
    }
  });
});

test("Wan's tables hold what is printed in them, and end at 50 and 201 patients", () => {
  const range = (n: number) => 1 / fromFiveNumbers({ n, min: 0, median: 0.5, max: 1 }, { sd: "wan-tables" }).sd;
  const iqr = (n: number) => 1 / fromFiveNumbers({ n, q1: 0, median: 0.5, q3: 1 }, { sd: "wan-tables" }).sd;
  expect([5, 8, 20, 45].map(range).map((x) => x.toFixed(6))).toEqual(["2.326000", "2.847000", "3.735000", "4.415000"]);
  expect([5, 13, 29, 45].map(iqr).map((x) => x.toFixed(6))).toEqual(["0.990000", "1.206000", "1.284000", "1.307000"]);
  const formula = (n: number) => 1 / fromFiveNumbers({ n, min: 0, median: 0.5, max: 1 }, { sd: "wan" }).sd;
  expect(range(51)).toBe(formula(51));
  expect(iqr(202)).toBe(1 / fromFiveNumbers({ n: 202, q1: 0, median: 0.5, q3: 1 }, { sd: "wan" }).sd);
});

test("skewed numbers are found out, and symmetric ones never", () => {
  expect(fromFiveNumbers({ n: 200, q1: 10, median: 11, q3: 20 }).skewness?.skewed).toBe(true);
  expect(fromFiveNumbers({ n: 200, q1: 10, median: 15, q3: 20 }).skewness).toMatchObject({
    statistic: 0,
    skewed: false,
  });
  expect(fromFiveNumbers({ n: 4, q1: 10, median: 10, q3: 20 }).skewness).toBeNull();
  expect(fromFiveNumbers({ n: 9, q1: 10, median: 10, q3: 10 })).toMatchObject({ sd: 0, skewness: { skewed: false } });
});

test("the critical values of skewness are those of the paper, not of its preprint", () => {
  const critical = (n: number, shown: object) => fromFiveNumbers({ n, median: 0, ...shown }).skewness?.critical;
  const [extremes, quartiles] = [
    { min: -2, max: 2 },
    { q1: -1, q3: 1 },
  ];
  expect(critical(9, extremes)).toBeCloseTo(1 / Math.log(18) + 0.25, 12);
  expect(critical(100, quartiles)).toBeCloseTo(0.265 - 0.0006, 12);
  expect(critical(100, { ...extremes, ...quartiles })).toBeCloseTo(0.3 - 0.00004, 12);
});

test("one in twenty normal samples is called skewed", () => {
  const [n, samples] = [41, 4000];
  const uniform = uniformDeck(samples);
  let skewed = [0, 0, 0];
  for (let s = 0; s < samples; s += 1) {
    const x = Array.from({ length: n }, () => normalQuantile(uniform())).sort((a, b) => a - b);
    const [min, q1, median, q3, max] = [x[0]!, x[10]!, x[20]!, x[30]!, x[40]!];
    const shown = [
      { min, max },
      { q1, q3 },
      { min, q1, q3, max },
    ];
    skewed = shown.map((pair, i) => skewed[i]! + Number(fromFiveNumbers({ n, median, ...pair }).skewness?.skewed));
  }
  for (const count of skewed) expect(Math.abs(count / samples - 0.05)).toBeLessThan(0.012);
});

/** Uniform numbers, the same on every run (Marsaglia's xorshift). */
function uniformDeck(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
}

test("log-normal data of many patients give back their mean and SD, which the normal rules miss", () => {
  const [mu, sigma] = [2, 0.6];
  const { n, q1, median, q3 } = normal(1e6, mu, sigma);
  const summary = { n, q1: Math.exp(q1), median: Math.exp(median), q3: Math.exp(q3) };
  const { mean, sd, skewness } = fromFiveNumbers(summary, { distribution: "lognormal" });
  const trueMean = Math.exp(mu + sigma ** 2 / 2);
  expect(mean / trueMean).toBeCloseTo(1, 4);
  expect(sd / (trueMean * Math.sqrt(Math.expm1(sigma ** 2)))).toBeCloseTo(1, 4);
  expect(skewness?.skewed).toBe(false);
  expect(fromFiveNumbers(summary).skewness?.skewed).toBe(true);
});

test.each([
  ["MISSING_INPUT", { n: 9, median: 1 }],
  ["MISSING_INPUT", { n: 9, q1: 0, median: 1 }],
  ["BOUNDS_REVERSED", { n: 9, q1: 2, median: 1, q3: 3 }],
  ["BOUNDS_REVERSED", { ...all, min: 17 }],
  ["NOT_A_VALID_NUMBER", { ...quartiles, n: 1 }],
  ["NOT_A_VALID_NUMBER", { ...quartiles, q1: Number.NaN }],
] as const)("refuses with %s %j", (code, summary) => {
  expect(() => fromFiveNumbers(summary)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ["NEEDS_OTHER_NUMBERS", quartiles, { sd: "walter" }],
  ["NEEDS_OTHER_NUMBERS", quartiles, { mean: "bland" }],
  ["NEEDS_OTHER_NUMBERS", all, { distribution: "lognormal" }],
  ["NOT_A_VALID_NUMBER", { ...quartiles, q1: 0 }, { distribution: "lognormal" }],
  ["UNKNOWN_CHOICE", quartiles, { sd: "Shi" as "shi" }],
] as const)("refuses with %s %j by %j", (code, summary, options) => {
  expect(() => fromFiveNumbers(summary, options)).toThrow(expect.objectContaining({ code }));
});
