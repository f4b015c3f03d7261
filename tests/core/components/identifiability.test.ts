import { componentIdentifiability, componentNetwork, type NetworkEffect } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parts, row } from "./row.ts";

const report = componentIdentifiability([
  row("A", ["needle+point", "care"], -0.6, 0.02),
  row("B", ["needle+point+care", "care"], -0.4, 0.04),
  row("C", ["moxa+care", "care"], -0.2, 0.04),
]);

test("components that always come together are named, with what can be estimated instead", () => {
  const inWords = "needle and point come only together in what trials compare: only needle + point can be estimated";
  const of = (name: string) => report.components.find(({ component }) => component === name)!;
  expect(of("needle")).toMatchObject({ isEstimable: false, because: inWords, leverages: [] });
  expect(of("point").because).toBe(inWords);
  expect(of("moxa")).toMatchObject({ isEstimable: true, because: null, leverages: [{ study: "C", leverage: 1 }] });
  expect(report.aliased).toEqual([{ components: ["needle", "point"], instead: ["needle + point"], inWords }]);
  expect([report.rank, report.columns]).toEqual([3, 4]);
  expect(report.combinations.find(({ combination }) => combination === "needle+point")!.isEstimable).toBe(true);
  expect(report.comparable).toHaveLength(1);
});

test("treatments between which nothing leads are in different classes", () => {
  const { comparable, components } = componentIdentifiability(parts);
  expect(comparable).toEqual([
    ["care", "care+needle", "care+needle+point"],
    ["moxa", "moxa+point"],
    ["needle", "needle+point"],
  ]);
  expect(components.filter(({ isEstimable }) => isEstimable).map(({ component }) => component)).toEqual([
    "needle",
    "point",
  ]);
});

test("components by weights are told as such", () => {
  const { aliased } = componentIdentifiability([row("1", ["x", "none"], 1, 1), row("2", ["y", "none"], 1, 1)], {
    components: { x: { a: 2, b: 1 }, y: { a: 4, b: 2 }, none: {} },
  });
  expect(aliased.map(({ instead }) => instead)).toEqual([["a + 0.5 × b"]]);
});

test("rank does not depend on how much trials tell", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (variances) => {
        const { rank, aliased } = componentIdentifiability(parts.map((each, i) => ({ ...each, vi: variances[i]! })));
        expect([rank, aliased.length]).toEqual([2, 2]);
      },
    ),
    { numRuns: 50 },
  );
});

describe("leverages", () => {
  test("in a mean are shares of the precision", () => {
    const { components } = componentIdentifiability(
      [row("A", ["needle", "care"], -0.6, 0.01), row("B", ["needle", "care"], -0.4, 0.04)],
      { inactive: "care" },
    );
    expect(components[0]!.leverages).toEqual([
      { study: "A", leverage: expect.closeTo(0.8, 12) },
      { study: "B", leverage: expect.closeTo(0.2, 12) },
    ]);
  });

  test("are what is lost when the trial is left out, one of three arms too", () => {
    const effects: readonly NetworkEffect<"SMD">[] = [
      row("1", ["needle", "care"], -0.7, 0.02),
      row("2", ["needle+point", "care"], -0.3, 0.05),
      row("3", ["point", "care"], -0.4, 0.04),
      row("4", ["needle", "point"], -0.1, 0.03),
      row("4", ["needle", "needle+point"], -0.2, 0.04),
      row("4", ["point", "needle+point"], -0.1, 0.05),
      row("5", ["moxa+needle", "care"], -0.4, 0.03),
    ];
    const options = { inactive: "care", tau2: "EE" } as const;
    const seOf = (list: typeof effects, name: string) =>
      componentNetwork(list, options).components.find(({ component }) => component === name)!.se!;
    const { components } = componentIdentifiability(effects, { inactive: "care" });
    for (const { component, leverages } of components)
      for (const study of ["1", "2", "3", "4"]) {
        const without = seOf(
          effects.filter((each) => each.study !== study),
          component,
        );
        const lost = 1 - (seOf(effects, component) / without) ** 2;
        expect(leverages.find((each) => each.study === study)?.leverage ?? 0).toBeCloseTo(lost, 10);
      }
    expect(components.find(({ component }) => component === "moxa")!.leverages[0]).toEqual({ study: "5", leverage: 1 });
  });
});

describe("condition", () => {
  test("of independent columns is 1", () => {
    const { condition } = componentIdentifiability(
      [row("A", ["needle", "care"], -0.6, 0.01), row("B", ["moxa", "care"], -0.4, 0.04)],
      { inactive: "care" },
    );
    expect(condition).toBeCloseTo(1, 12);
  });

  test("of two columns with the cosine r is √((1 + r)/(1 − r))", () => {
    const { condition } = componentIdentifiability(
      [row("A", ["a+b", "c"], 1, 1), row("B", ["a", "c"], 1, 1), row("C", ["b", "c"], 1, 1)],
      { inactive: "c" },
    );
    expect(condition).toBeCloseTo(Math.sqrt(3), 12);
  });
});
