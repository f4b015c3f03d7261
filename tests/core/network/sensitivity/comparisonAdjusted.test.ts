import { comparisonAdjusted, type NetworkEffect, network, pool } from "@acumeta/core";
import { expect, test } from "vitest";

const comparison = (study: string, [treat1, treat2]: readonly [string, string], yi: number): NetworkEffect<"MD"> => ({
  study,
  measure: "MD",
  treat1,
  treat2,
  yi,
  vi: 0.01 * Number(study),
});

const effects = [
  comparison("1", ["a", "b"], 0.2),
  comparison("2", ["b", "a"], -0.4),
  comparison("3", ["a", "b"], 0.9),
  comparison("4", ["b", "c"], 0.3),
  comparison("5", ["c", "b"], 0.1),
  comparison("6", ["a", "c"], 0.5),
];
const fit = network(effects, { tau2: "EE" });

test("each comparison lies around the mean of its kind, turned to the order", () => {
  const points = comparisonAdjusted(fit, { order: ["b", "a", "c"] });
  const turned = [-0.2, -0.4, -0.9].map((yi, i) => ({ study: "", measure: "MD" as const, yi, vi: 0.01 * (i + 1) }));
  const { estimate } = pool(turned, { tau2: "EE" });
  const ofAB = points.filter(({ treat1, treat2 }) => treat1 === "b" && treat2 === "a");
  expect(ofAB.map(({ study }) => study)).toEqual(["1", "2", "3"]);
  ofAB.forEach(({ yi, mean }, i) => {
    expect(mean).toBeCloseTo(estimate, 12);
    expect(yi).toBeCloseTo(turned[i]!.yi - estimate, 12);
  });
});

test("what one trial alone compares is left out", () => {
  expect(comparisonAdjusted(fit, { order: ["a", "b", "c"] }).map(({ study }) => study)).not.toContain("6");
});

test("the reverse order mirrors every effect", () => {
  const forward = comparisonAdjusted(fit, { order: ["a", "b", "c"] });
  const back = comparisonAdjusted(fit, { order: ["c", "b", "a"] });
  forward.forEach(({ study, yi }) => {
    expect(back.find((each) => each.study === study)!.yi).toBeCloseTo(-yi, 14);
  });
});

test.each([[["a", "b"]], [["a", "b", "d"]], [["a", "b", "c", "c"]], ["abc"], [undefined]])(
  "refuses the order %j",
  (order) => {
    expect(() => comparisonAdjusted(fit, { order } as never)).toThrow(/NOT_AN_ORDER/);
  },
);
