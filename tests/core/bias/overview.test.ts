import { funnel, pool, smallStudyEffects } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const few = effectsOf([0.1, 0.4, 0.5, 0.9], [0.01, 0.04, 0.09, 0.16]);
const many = effectsOf(
  Array.from({ length: 24 }, (_, i) => 0.3 + 0.1 * Math.sin(i)),
  Array.from({ length: 24 }, (_, i) => 0.01 * (i + 1)),
);

describe("the overview", () => {
  test("warns of low power below ten studies, and of nothing proved by a large p above", () => {
    expect(smallStudyEffects(few).caution).toContain("4 studies are too few");
    expect(smallStudyEffects(many).caution).toContain("With 24 studies");
  });

  test("says that Egger's test rejects too often for standardised mean differences, and what to take", () => {
    expect(smallStudyEffects(many).tests[0]!.worth).toContain("Pustejovsky");
    const differences = many.map((effect) => ({ ...effect, measure: "MD" as const }));
    expect(smallStudyEffects(differences).tests[0]!.worth).toBe("Fair power.");
  });

  test("runs the tests for tables where it is given tables", () => {
    const tables = [4, 6, 3, 62, 33].map((a, i) => ({ a, n1: 100 + 40 * i, c: a + 5, n2: 110 + 30 * i }));
    const run = smallStudyEffects(tables).tests.map(({ result }) => result.test);
    expect(run).toEqual(expect.arrayContaining(["Egger", "Begg", "Harbord", "Peters", "Schwarzer"]));
    expect(run).not.toContain("Pustejovsky");
  });

  test("lists what two studies are too few for, and still gives the rest", () => {
    const { skipped, henmiCopas, trimAndFill } = smallStudyEffects(few.slice(0, 2));
    expect(skipped.map(({ method }) => method)).toContain("Egger");
    expect(henmiCopas).not.toBeNull();
    expect(trimAndFill).toBeNull();
  });

  test("is one result that can be written down", () => {
    const overview = smallStudyEffects(few);
    expect(JSON.parse(JSON.stringify(overview))).toEqual(overview);
  });
});

describe("the funnel", () => {
  test("has its limits about the pooled effect and its contours about none", () => {
    const plot = funnel(few);
    expect(plot.limits.apex).toBe(pool(few).estimate);
    expect(plot.contours.map(({ level, apex }) => [level, apex])).toEqual([
      [0.9, 0],
      [0.95, 0],
      [0.99, 0],
    ]);
  });

  test("puts a study beyond a contour exactly where it is significant", () => {
    const plot = funnel(many);
    for (const { yi, se, beyond } of plot.points) {
      const outside = plot.contours.filter(({ upper }) => Math.abs(yi) / se > upper / plot.maxSe);
      expect(beyond).toBe(outside.at(-1)?.level ?? null);
    }
  });

  test("refuses a contour that is no level", () => {
    expect(() => funnel(few, { contours: [95] })).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
  });
});
