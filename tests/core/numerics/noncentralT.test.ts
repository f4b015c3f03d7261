import { chiSquareCdf, noncentralTCdf, normalCdf, normalDensity, tCdf, tQuantile } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gaussLegendre } from "../../../packages/core/src/numerics/gaussLegendre.ts";
import { expectNear } from "../../properties/near.ts";

const df = fc.double({ min: 2, max: 300, noNaN: true });
const ncp = fc.double({ min: -10, max: 10, noNaN: true });
const t = fc.double({ min: 0.5, max: 20, noNaN: true });

test("is Student's t without noncentrality", () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), df, fc.boolean(), (value, nu, upper) => {
      expectNear(noncentralTCdf(value, { df: nu, ncp: 0 }, { upper }), tCdf(value, nu, { upper }), { part: 1e-11 });
    }),
  );
});

/**
 * The tails from the distribution of χ² given that of Z, the other way round: Witkovský 2013, Acta Univ. Palacki. Olomuc.
 * 52:131-143. Where t > 0,
 *
 *   P(T > t) = ∫₀ P(χ² ≤ df y²/t²) φ(y − ncp) dy,   P(T ≤ t) = Φ(−ncp) + ∫₀ P(χ² > df y²/t²) φ(y − ncp) dy
 */
function byChiSquare(value: number, nu: number, delta: number, upper: boolean): number {
  const end = Math.max(0, delta) + 30;
  const { points, weights } = gaussLegendre(
    Array.from({ length: 201 }, (_, i) => (end * i) / 200),
    16,
  );
  let sum = upper ? 0 : normalCdf(-delta);
  for (const [i, y] of points.entries())
    sum += weights[i]! * normalDensity(y - delta) * chiSquareCdf(nu * (y / value) ** 2, nu, { upper: !upper });
  return sum;
}

test("agrees in both tails with the integral over the normal variable, whatever the signs", () => {
  fc.assert(
    fc.property(t, df, ncp, fc.boolean(), (value, nu, delta, upper) => {
      const expected = byChiSquare(value, nu, delta, upper);
      expectNear(noncentralTCdf(value, { df: nu, ncp: delta }, { upper }), expected, { part: 1e-9 });
      expectNear(noncentralTCdf(-value, { df: nu, ncp: -delta }, { upper: !upper }), expected, { part: 1e-9 });
    }),
    { numRuns: 50 },
  );
});

// The definition summed by the trapezoidal rule in 30 digits, with mpmath.
test.each([
  [2, 8, 6, false, 1.59368552053311e-4],
  [2, 8, -6, true, 1.30618621286657e-13],
  [60, 25, 20, true, 1.72590230863846e-8],
  [1.96, 1e6, -5, true, 1.70145033731862e-12],
  [2.5, 3.5, 20, false, 1.03471522753341e-30],
  [1, 8, 20, false, 4.11086909939811e-75],
  [-3, 2, 20, false, 1.50855757581735e-92],
  [0.5, 40, -30, true, 5.52575098948046e-204],
])("keeps its digits far out: t = %f, df = %f, ncp = %f, upper: %s", (value, nu, delta, upper, expected) => {
  expectNear(noncentralTCdf(value, { df: nu, ncp: delta }, { upper }), expected, { part: 1e-12 });
});

// Cohen 1992, Psychological Bulletin 112:155-159, table 2: patients in each of two groups for a power of 80 %, two-sided.
test.each([
  [0.2, 0.05, 393],
  [0.5, 0.05, 64],
  [0.8, 0.05, 26],
  [0.2, 0.01, 586],
  [0.5, 0.01, 95],
  [0.8, 0.01, 38],
])("finds d = %f at α = %f with the patients that Cohen tabulates, %i, to one", (d, alpha, printed) => {
  const power = (n: number) => {
    const options = { df: 2 * n - 2, ncp: d * Math.sqrt(n / 2) };
    const limit = tQuantile(1 - alpha / 2, options.df);
    return noncentralTCdf(limit, options, { upper: true }) + noncentralTCdf(-limit, options);
  };
  expect(power(printed - 1)).toBeLessThan(0.8);
  expect(power(printed + 1)).toBeGreaterThan(0.8);
});

test("comes near the normal distribution with many degrees of freedom", () => {
  for (const upper of [false, true])
    expectNear(noncentralTCdf(2.5, { df: 1e12, ncp: 1 }, { upper }), normalCdf(1.5, { upper }), { part: 1e-9 });
});

describe("at the ends of its parameters", () => {
  test("is 0 or 1 at infinity, and Φ(−ncp) at 0", () => {
    expect(noncentralTCdf(Infinity, { df: 3, ncp: 2 })).toBe(1);
    expect(noncentralTCdf(-Infinity, { df: 3, ncp: 2 })).toBe(0);
    expect(noncentralTCdf(0, { df: 3, ncp: 2 })).toBe(normalCdf(-2));
    expect(noncentralTCdf(0, { df: 3, ncp: 2 }, { upper: true })).toBe(normalCdf(2));
  });

  test.each([1e-6, 1e-3, 0.1, 0.5])(
    "with %f degrees of freedom has tails that sum to 1, and Student's t within",
    (nu) => {
      for (const value of [1e-8, 0.5, 3, 1e8]) {
        const both = [false, true].map((upper) => noncentralTCdf(value, { df: nu, ncp: -2 }, { upper }));
        expectNear(both[0]! + both[1]!, 1, { part: 1e-11 });
        expectNear(noncentralTCdf(value, { df: nu, ncp: 0 }), tCdf(value, nu), { part: 1e-11 });
      }
    },
  );

  test("stays a probability, and in order, where t, df or ncp are huge", () => {
    for (const nu of [1, 1e9, 1e300])
      for (const delta of [-1e6, 0, 50, 1e6]) {
        const values = [-1e200, -1e3, -1, 1e-200, 1, 1e3, 1e200].map((value) =>
          noncentralTCdf(value, { df: nu, ncp: delta }),
        );
        expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
        for (const [i, value] of values.slice(1).entries()) expect(value).toBeGreaterThanOrEqual(values[i]! - 1e-9);
      }
  });

  test.each([
    [{ df: 0, ncp: 1 }, 1],
    [{ df: Number.NaN, ncp: 1 }, 1],
    [{ df: 3, ncp: Infinity }, 1],
    [{ df: 3, ncp: 1 }, Number.NaN],
  ])("refuses %j at %f", (options, value) => {
    expect(() => noncentralTCdf(value, options)).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
  });
});
