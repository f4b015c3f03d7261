import { normalCdf, tCdf } from "@acumeta/core";
import { expect, test } from "vitest";
import { orthant } from "../../../packages/core/src/ranks/exact/orthant.ts";
import { uniforms } from "../../../packages/core/src/resample/random.ts";

type Rows = readonly (readonly number[])[];

const below = (a: readonly number[], R: Rows, df: number | null = null) =>
  orthant({ a: Float64Array.from(a), R: Float64Array.from(R.flat()) }, df);
const exchangeable = (k: number, rho: number): Rows =>
  Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : rho)));

test.each([null, 1, 4.5, 30])("two variables at their medians: ¼ + asin ρ/2π (df %s)", (df) => {
  for (const rho of [-1, -0.999999, -0.7, 0, 0.3, 0.9999, 1])
    expect(below([0, 0], exchangeable(2, rho), df)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 12);
});

test.each([null, 3])("three variables at their medians: ⅛ + Σ asin ρ/4π (df %s)", (df) => {
  const [a, b, c] = [-0.5, 0.2, 0.4];
  const expected = 1 / 8 + [a, b, c].reduce((sum, rho) => sum + Math.asin(rho), 0) / (4 * Math.PI);
  expect(
    below(
      [0, 0, 0],
      [
        [1, a, b],
        [a, 1, c],
        [b, c, 1],
      ],
      df,
    ),
  ).toBeCloseTo(expected, 10);
});

test.each([2, 3, 4])(
  "%i exchangeable variables of correlation ½ are the smallest of k + 1 with probability 1/(k + 1)",
  (k) => {
    expect(below(new Array(k).fill(0), exchangeable(k, 0.5))).toBeCloseTo(1 / (k + 1), 9);
    expect(below(new Array(k).fill(0), exchangeable(k, 0.5), 5)).toBeCloseTo(1 / (k + 1), 9);
  },
);

test("differences of neighbours among five equal treatments: one order of 120", () => {
  const R = Array.from({ length: 4 }, (_, i) =>
    Array.from({ length: 4 }, (_, j) => (i === j ? 1 : Math.abs(i - j) === 1 ? -0.5 : 0)),
  );
  expect(below([0, 0, 0, 0], R)).toBeCloseTo(1 / 120, 10);
  expect(below([0, 0, 0, 0], R, 2)).toBeCloseTo(1 / 120, 10);
});

test("independent normal variables multiply, t variables do not", () => {
  const a = [0.3, -1.2, 2, 0.8];
  const product = a.reduce((p, z) => p * normalCdf(z), 1);
  expect(below(a, exchangeable(4, 0))).toBeCloseTo(product, 9);
  expect(Math.abs(below(a, exchangeable(4, 0), 3) - a.reduce((p, z) => p * tCdf(z, 3), 1))).toBeGreaterThan(1e-3);
});

test("t with many degrees of freedom is normal", () => {
  const a = [0.3, -0.2, 1, 0.4];
  expect(below(a, exchangeable(4, 0.3), 1e9)).toBeCloseTo(below(a, exchangeable(4, 0.3)), 8);
});

test("one variable more that is surely below its threshold changes nothing; surely above leaves 0", () => {
  const R = exchangeable(3, 0.4);
  expect(below([0.2, 0.5, Infinity], R)).toBe(below([0.2, 0.5], exchangeable(2, 0.4)));
  expect(below([0.2, 0.5, -Infinity], R)).toBe(0);
  expect(below([0.2, 40, 0.7], R)).toBeCloseTo(below([0.2, 0.7], exchangeable(2, 0.4)), 12);
});

test.each([null, 6])("equals nested integrals over a common factor, in four dimensions (df %s)", (df) => {
  const loadings = [0.9, -0.6, 0.3, 0.75];
  const a = [0.4, 0.1, -0.5, 1.1];
  const R = loadings.map((x, i) => loadings.map((y, j) => (i === j ? 1 : x * y)));
  const given = (scale: number) => {
    let sum = 0;
    const steps = 4000;
    for (let step = 0; step < steps; step++) {
      const z = -9 + (18 * (step + 0.5)) / steps;
      const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
      sum += a.reduce(
        (p, threshold, i) => p * normalCdf((threshold * scale - loadings[i]! * z) / Math.sqrt(1 - loadings[i]! ** 2)),
        (density * 18) / steps,
      );
    }
    return sum;
  };
  if (df === null) return expect(below(a, R)).toBeCloseTo(given(1), 9);
  let [sum, weight] = [0, 0];
  for (let step = 0; step < 300; step++) {
    const s = (4 * (step + 0.5)) / 300;
    const density = s ** (df - 1) * Math.exp(-0.5 * df * s * s);
    sum += density * given(s);
    weight += density;
  }
  return expect(below(a, R, df)).toBeCloseTo(sum / weight, 8);
});

test.each([0.3, 1e-2, 1e-4, 1e-8])(
  "what is above and what is below a threshold are all there is, near singularity too (%s)",
  (own) => {
    const uniform = uniforms(11);
    const number = () => 2 * uniform() - 1;
    for (let repeat = 0; repeat < 4; repeat++) {
      const rows = Array.from({ length: 4 }, () => [number(), number()]);
      const V = rows.map((x, i) => rows.map((y, j) => x[0]! * y[0]! + x[1]! * y[1]! + (i === j ? own : 0)));
      const R = V.map((row, i) => row.map((v, j) => (i === j ? 1 : v / Math.sqrt(V[i]![i]! * V[j]![j]!))));
      const a = rows.map(number);
      const flipped = R.map((row, i) => row.map((rho, j) => ((i === 0) === (j === 0) ? rho : -rho)));
      const others = R.slice(1).map((row) => row.slice(1));
      expect(below(a, R) + below([-a[0]!, ...a.slice(1)], flipped)).toBeCloseTo(below(a.slice(1), others), 8);
    }
  },
);
