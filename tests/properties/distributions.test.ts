import {
  betaCdf,
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  fCdf,
  fQuantile,
  gammaCdf,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  type Tail,
  tCdf,
  tQuantile,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectNear } from "./near.ts";

interface Distribution {
  readonly cdf: (x: number, a: number, b: number, tail?: Tail) => number;
  readonly quantile: (p: number, a: number, b: number) => number;
}

const distributions: Readonly<Record<string, Distribution>> = {
  normal: { cdf: (x, _a, _b, tail) => normalCdf(x, tail), quantile: (p) => normalQuantile(p) },
  t: { cdf: (x, df, _b, tail) => tCdf(x, df, tail), quantile: (p, df) => tQuantile(p, df) },
  "χ²": { cdf: (x, df, _b, tail) => chiSquareCdf(x, df, tail), quantile: (p, df) => chiSquareQuantile(p, df) },
  gamma: { cdf: (x, shape, _b, tail) => gammaCdf(x, shape, tail), quantile: (p, shape) => gammaQuantile(p, shape) },
  F: { cdf: (x, df1, df2, tail) => fCdf(x, { df1, df2 }, tail), quantile: (p, df1, df2) => fQuantile(p, { df1, df2 }) },
  beta: { cdf: (x, a, b, tail) => betaCdf(x, { a, b }, tail), quantile: (p, a, b) => betaQuantile(p, { a, b }) },
};

const parameter = fc.double({ min: 0.5, max: 300, noNaN: true });
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe.each(Object.entries(distributions))("the %s distribution", (_, { cdf, quantile }) => {
  test("falls below the quantile of p with probability p", () => {
    fc.assert(
      fc.property(probability, parameter, parameter, (p, a, b) => {
        expectNear(cdf(quantile(p, a, b), a, b), p, { part: 1e-8 });
      }),
    );
  });

  test("has two tails that sum to 1", () => {
    fc.assert(
      fc.property(probability, parameter, parameter, (p, a, b) => {
        const x = quantile(p, a, b);
        expectNear(cdf(x, a, b) + cdf(x, a, b, { upper: true }), 1, { part: 1e-10 });
      }),
    );
  });

  test("has quantiles in the order of their probabilities", () => {
    fc.assert(
      fc.property(probability, probability, parameter, parameter, (p, q, a, b) => {
        fc.pre(Math.abs(p - q) > 1e-9);
        expect(quantile(p, a, b) < quantile(q, a, b)).toBe(p < q);
      }),
    );
  });
});

test("t on next to no degrees of freedom is all but certain to lie far out", () => {
  for (const df of [1e-24, 1e-12]) for (const t of [1e-4, 0.3, 2]) expectNear(tCdf(-t, df), 0.5, { part: 1e-9 });
});
