import { binaryNetwork, consistencyReport, type NetworkEffect, network, networkRegression } from "@acumeta/core";
import { describe, expect, it, test } from "vitest";

type Comparison = NetworkEffect<"SMD"> & { readonly x: number };

function comparison(study: string, [treat1, treat2]: readonly [string, string], yi: number, vi = 0.05): Comparison {
  return { measure: "SMD", study, treat1, treat2, yi, vi, x: 0 };
}

/** The three comparisons of a trial of three arms with these variances, its moderator 1. */
function threeArms(study: string, names: readonly string[], variances: readonly number[]): readonly Comparison[] {
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  return pairs.map(([i, j]) => {
    const vi = variances[i]! + variances[j]!;
    return { ...comparison(study, [names[i]!, names[j]!], 0.1 * (i - j), vi), x: 1 };
  });
}

test.each([[[0.02, 0.03, 0.05]], [[0.01, 0.02, 0.04]], [[0.02, 0.02, 0.02]], [[0.013, 0.027, 0.041]]])(
  "a slope that only a trial without the reference could tell is refused, whatever its variances: %j",
  (variances) => {
    const effects = [
      comparison("1", ["A", "B"], 0.3),
      comparison("2", ["A", "B"], 0.4),
      comparison("3", ["A", "C"], 0.2),
      ...threeArms("4", ["B", "C", "D"], variances),
    ];
    expect(() => networkRegression(effects, { moderator: "x", reference: "A", centre: 0 })).toThrow(
      expect.objectContaining({ code: "SLOPES_NOT_TOLD" }),
    );
  },
);

it("says that nothing could be tested where there is no loop between designs", () => {
  const fit = network(
    [
      ...threeArms("1", ["A", "B", "C"], [0.01, 0.05, 0.2]),
      ...threeArms("2", ["A", "B", "C"], [0.2, 0.01, 0.05]),
      ...threeArms("3", ["A", "B", "C"], [0.05, 0.2, 0.01]),
      comparison("4", ["A", "U"], 0.3),
      comparison("5", ["A", "U"], 0.5),
    ],
    { reference: "A" },
  );
  const { tested, sentence } = consistencyReport(fit);
  expect([tested, sentence]).toEqual([0, expect.stringContaining("Consistency could not be tested")]);
});

it("of unconnected parts fits the one with the treatment of most trials", () => {
  const many = Array.from({ length: 5 }, (_, i) => comparison(`m${i}`, ["X", "Y"], 0.1 * i));
  const effects = [...many, comparison("q", ["A", "B"], 0.1), comparison("r", ["B", "C"], 0.1)];
  const fit = network(effects, { disconnected: "reference" });
  expect([fit.reference, fit.k, fit.leftOut.length]).toEqual(["X", 5, 2]);
});

describe("Firth's penalty is finite whatever the counts, and of one trial the log odds ratio with ½ added to each cell", () => {
  test.each([
    [1, 5, 0, 500],
    [3, 3, 0, 56],
    [1, 5, 0, 113_532],
    [5, 5, 0, 1000],
    [0, 3, 7, 7],
  ])("%i of %i against %i of %i", (a1, n1, a2, n2) => {
    const arms = [
      { study: "s", treatment: "A", a: a1, n: n1 },
      { study: "s", treatment: "B", a: a2, n: n2 },
    ];
    const { effects } = binaryNetwork(arms, { method: "Firth", reference: "A" });
    const logOdds = (a: number, n: number) => Math.log((a + 0.5) / (n - a + 0.5));
    expect(effects[0]!.estimate).toBeCloseTo(logOdds(a2, n2) - logOdds(a1, n1), 8);
  });
});
