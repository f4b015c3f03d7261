import { chiSquareCdf, noncentralChiSquareCdf, normalCdf, normalDensity } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gaussLegendre } from "../../../packages/core/src/numerics/gaussLegendre.ts";
import { expectNear } from "../../properties/near.ts";

const root = fc.double({ min: 0.05, max: 15, noNaN: true });

test("of one degree of freedom is the square of a normal variable", () => {
  fc.assert(
    fc.property(root, root, (z, delta) => {
      const options = { df: 1, ncp: delta ** 2 };
      const upper = normalCdf(z - delta, { upper: true }) + normalCdf(-z - delta);
      expectNear(noncentralChiSquareCdf(z * z, options, { upper: true }), upper, { part: 1e-11 });
      fc.pre(normalCdf(z - delta) > 1.5 * normalCdf(-z - delta));
      expectNear(noncentralChiSquareCdf(z * z, options), normalCdf(z - delta) - normalCdf(-z - delta), { part: 1e-11 });
    }),
  );
});

test("is the sum of a central variable and the square of a normal one", () => {
  fc.assert(
    fc.property(root, root, fc.double({ min: 2, max: 60, noNaN: true }), (z, delta, df) => {
      const { points, weights } = gaussLegendre(
        Array.from({ length: 101 }, (_, i) => z * Math.sin((Math.PI * (i / 50 - 1)) / 2)),
        16,
      );
      let below = 0;
      for (const [i, x] of points.entries())
        below += weights[i]! * normalDensity(x - delta) * chiSquareCdf(z * z - x * x, df);
      expectNear(noncentralChiSquareCdf(z * z, { df: df + 1, ncp: delta ** 2 }), below, { part: 1e-9 });
    }),
    { numRuns: 50 },
  );
});

test("is the central distribution without noncentrality", () => {
  for (const upper of [false, true])
    expect(noncentralChiSquareCdf(7, { df: 3, ncp: 0 }, { upper })).toBe(chiSquareCdf(7, 3, { upper }));
});

// The mixture summed in 40 digits, with mpmath.
test.each([
  [0.1, 1, 50, false, 7.07472345304775e-12],
  [400, 2.5, 10, true, 2.58411832528556e-63],
])("keeps its digits far out: x = %f, df = %f, ncp = %f, upper: %s", (x, df, ncp, upper, expected) => {
  expectNear(noncentralChiSquareCdf(x, { df, ncp }, { upper }), expected, { part: 1e-12 });
});

test("is nearly normal where much noncentrality makes many terms", () => {
  const options = { df: 10, ncp: 1e6 };
  const mean = options.df + options.ncp;
  for (const upper of [false, true]) expect(noncentralChiSquareCdf(mean, options, { upper })).toBeCloseTo(0.5, 3);
  const below = noncentralChiSquareCdf(mean - 2000, options);
  expectNear(below + noncentralChiSquareCdf(mean - 2000, options, { upper: true }), 1, { part: 1e-9 });
  expect(below).toBeCloseTo(normalCdf(-2000 / Math.sqrt(2 * (mean + options.ncp))), 3);
});

test("is 0 or 1 where nothing is left", () => {
  const options = { df: 3, ncp: 2 };
  expect([-1, 0, Infinity].map((x) => noncentralChiSquareCdf(x, options))).toEqual([0, 0, 1]);
  expect([-1, 0, Infinity].map((x) => noncentralChiSquareCdf(x, options, { upper: true }))).toEqual([1, 1, 0]);
  expect(noncentralChiSquareCdf(30, { df: 50, ncp: 3000 })).toBe(0);
});

test.each([
  [{ df: 0, ncp: 1 }, 1],
  [{ df: 3, ncp: -1 }, 1],
  [{ df: 3, ncp: Infinity }, 1],
  [{ df: 3, ncp: 1 }, Number.NaN],
])("refuses %j at %f", (options, x) => {
  expect(() => noncentralChiSquareCdf(x, options)).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
});
