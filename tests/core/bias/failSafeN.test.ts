import { failSafeN, pool } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const equal = effectsOf([0.4, 0.6, 0.3, 0.5], [0.02, 0.02, 0.02, 0.02]);
const withZeros = (n: number) => effectsOf([0.4, 0.6, 0.3, 0.5, ...Array(n).fill(0)], Array(4 + n).fill(0.02));
const EE = { tau2: "EE", interval: "z" } as const;

test("Rosenberg's N is the least number of studies of 0 that takes the significance away", () => {
  const { n } = failSafeN(equal, { method: "Rosenberg" });
  expect(pool(withZeros(n), EE).ci.p).toBeGreaterThanOrEqual(0.05);
  expect(pool(withZeros(n - 1), EE).ci.p).toBeLessThan(0.05);
});

test("Orwin's N is the least number of studies of 0 that brings the mean down to the target", () => {
  const { n } = failSafeN(equal, { method: "Orwin", target: 0.1 });
  expect(pool(withZeros(n), EE).estimate).toBeLessThanOrEqual(0.1 + 1e-12);
  expect(pool(withZeros(n - 1), EE).estimate).toBeGreaterThan(0.1);
});

describe("the random-effects N", () => {
  const varied = effectsOf([0.2, 0.9, 0.5, 1.1, 0.4, 0.7], [0.02, 0.05, 0.01, 0.04, 0.03, 0.02]);

  test("is Rosenberg's and Orwin's where there is no heterogeneity by assumption", () => {
    const weights = failSafeN(varied, { method: "Rosenberg" });
    expect(failSafeN(varied, { method: "general", tau2: "EE" }).root).toBeCloseTo(weights.root, 6);
    const target = failSafeN(varied, { method: "Orwin", target: 0.1 });
    expect(failSafeN(varied, { method: "general", tau2: "EE", target: 0.1 }).root).toBeCloseTo(target.root, 6);
  });

  test("has no largest number: of very precise studies it is as large as Rosenberg's", () => {
    const precise = effectsOf([1, 1, 1], [1e-12, 1e-12, 1e-12]);
    const { n } = failSafeN(precise, { method: "Rosenberg" });
    expect(n).toBeGreaterThan(1e11);
    expect(failSafeN(precise, { method: "general", tau2: "EE" }).n / n).toBeCloseTo(1, 9);
    expect(failSafeN(precise, { method: "general", target: 1e-11 }).n / 3e11).toBeCloseTo(1, 2);
  });

  test("is smaller where the effects vary more", () => {
    const { n } = failSafeN(varied, { method: "general" });
    expect(n).toBeGreaterThan(0);
    expect(n).toBeLessThan(failSafeN(varied, { method: "Rosenberg" }).n);
  });
});

test("nothing is needed to overturn what is not significant", () => {
  const weak = effectsOf([0.1, -0.1, 0.05], [0.1, 0.1, 0.1]);
  for (const method of ["Rosenthal", "Rosenberg", "general"] as const)
    expect(failSafeN(weak, { method })).toMatchObject({ n: 0 });
});

test("no N hangs on the direction of the effects", () => {
  const lists = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(lists, fc.constantFrom("Rosenthal", "Rosenberg", "Orwin", "general"), (y, method) => {
      const v = y.map((_, i) => 0.01 * (i + 1));
      const n = (sign: number) =>
        failSafeN(
          effectsOf(
            y.map((each) => sign * each),
            v,
          ),
          { method: method as "Orwin" },
        ).n;
      expect(n(-1)).toBe(n(1));
    }),
  );
});

test.each([
  [{ alpha: 0 }, "NOT_A_VALID_NUMBER"],
  [{ target: -1, method: "Orwin" }, "NOT_A_VALID_NUMBER"],
  [{ method: "Rosenthall" as "Rosenthal" }, "UNKNOWN_CHOICE"],
] as const)("refuses %j", (options, code) => {
  expect(() => failSafeN(equal, options)).toThrow(expect.objectContaining({ code }));
});
