import { type Effect, trimAndFill } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const slanted = effectsOf([0.1, 0.2, 0.3, 0.6, 0.9, 1.2, 0.15], [0.01, 0.04, 0.09, 0.16, 0.25, 0.36, 0.02]);
const mirrored = slanted.map((effect): Effect<"SMD"> => ({ ...effect, yi: -effect.yi }));

describe.each(["L0", "R0", "Q0"] as const)("%s", (estimator) => {
  test("fills nothing into a symmetric funnel", () => {
    const even = effectsOf([-0.41, -0.2, 0.01, 0.21, 0.4], [0.3, 0.1, 0.05, 0.1, 0.3]);
    const found = trimAndFill(even, { estimator, tau2: "EE" });
    expect(found.k0).toBe(0);
    expect(found.adjusted).toEqual(found.observed);
  });

  test("fills the other side of a mirrored funnel", () => {
    const [one, other] = [trimAndFill(slanted, { estimator }), trimAndFill(mirrored, { estimator })];
    expect([one.side, other.side]).toEqual(["left", "right"]);
    expect(other.k0).toBe(one.k0);
    expect(other.filled.map(({ yi }) => -yi)).toEqual(one.filled.map(({ yi }) => expect.closeTo(yi, 10)));
  });
});

test("every study filled in mirrors one observed, about the centre, with its variance", () => {
  const { filled, centre, k0 } = trimAndFill(slanted, { tau2: "EE" });
  expect(filled).toHaveLength(k0!);
  expect(k0).toBeGreaterThan(0);
  for (const { mirrors, yi, vi } of filled) {
    const own = slanted.find(({ study }) => study === mirrors)!;
    expect((own.yi + yi) / 2).toBeCloseTo(centre, 12);
    expect(vi).toBe(own.vi);
  }
});

test("a funnel with all its weight on one side has no Q₀, and says so with null", () => {
  const oneSided = effectsOf([0, 1, 1.1, 1.2, 1.3, 1.4], [1e-6, 1, 1, 1, 1, 1]);
  expect(trimAndFill(oneSided, { estimator: "Q0", tau2: "EE", side: "left" })).toMatchObject({
    k0: null,
    adjusted: null,
    filled: [],
    converged: false,
  });
});

test("only R₀ has a test that none is missing", () => {
  expect(trimAndFill(slanted, { estimator: "R0" }).p).toBeGreaterThan(0);
  expect(trimAndFill(slanted, { estimator: "L0" }).p).toBeNull();
});

test.each([
  ["two studies", () => trimAndFill(slanted.slice(0, 2)), "TOO_FEW_EFFECTS"],
  ["an unknown side", () => trimAndFill(slanted, { side: "up" as "left" }), "UNKNOWN_CHOICE"],
  ["an unknown estimator", () => trimAndFill(slanted, { estimator: "L1" as "L0" }), "UNKNOWN_CHOICE"],
])("refuses %s", (_, run, code) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});
