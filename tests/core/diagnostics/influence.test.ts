import { baujat, influence, influenceRules, pool, type Tau2Method, tau2Estimators } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectLists } from "../../properties/effectLists.ts";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const estimators = Object.keys(tau2Estimators) as Tau2Method[];
const effects = effectsOf([0.31, -0.42, 0.45, 0.02, 0.77], [0.01, 0.02, 0.005, 0.04, 0.03]);
const several = Object.entries(edgeCases).filter(([, list]) => list.length > 1);

describe.each(estimators)("influence by %s", (tau2) => {
  const found = influence(effects, { tau2 });
  const fit = pool(effects, { tau2, interval: "z" });

  test("compares the fit with that without the study", () => {
    for (const [i, row] of found.studies.entries()) {
      const { yi, vi } = effects[i]!;
      const rest = pool(effects.toSpliced(i, 1), { tau2, interval: "z" });
      const moved = fit.estimate - rest.estimate;
      expect(row.estimateDeleted).toBe(rest.estimate);
      expect(row.tau2Deleted).toBe(rest.tau2.value);
      expect(row.QDeleted).toBe(rest.heterogeneity.Q);
      expectNear(row.covRatio, (rest.se / fit.se) ** 2);
      expectNear(row.cooksD, (moved / fit.se) ** 2);
      expectNear(row.rstudent, (yi - rest.estimate) / Math.hypot(Math.sqrt(vi + rest.tau2.value), rest.se));
      expectNear(row.residual, yi - fit.estimate, { unit: 1 });
      expectNear(row.residualSe, Math.sqrt(vi + fit.tau2.value - fit.se ** 2));
      expectNear(row.weight, fit.studies[i]!.weight);
    }
  });

  test("gives hat values that sum to 1", () => {
    expect(found.studies.reduce((sum, { hat }) => sum + hat, 0)).toBeCloseTo(1, 12);
  });

  test.each(several)("is finite and frozen on %s", (_, list) => {
    expect(faults(influence(list, { tau2 }))).toEqual([]);
    expect(faults(baujat(list, { tau2 }))).toEqual([]);
  });
});

describe("marks", () => {
  test("are what the rules say, each with its limit", () => {
    const { rules, studies } = influence(effects);
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(influenceRules));
    for (const study of studies) {
      const reasons = rules.filter(({ id, limit }) => influenceRules[id].size(study) > limit).map(({ id }) => id);
      expect(study.reasons).toEqual(reasons);
      expect(study.outlier).toBe(reasons.includes("rstudent"));
      expect(study.influential).toBe(reasons.some((id) => id !== "rstudent"));
    }
  });

  test("follow the level", () => {
    const limitAt = (level: number) => influence(effects, { level }).rules.find(({ id }) => id === "rstudent")!.limit;
    expect(limitAt(0.95)).toBeCloseTo(1.96, 2);
    expect(limitAt(0.99)).toBeCloseTo(2.576, 3);
  });

  test("fall on none of effects that are all the same, but on the one that has all the weight", () => {
    const same = edgeCases["identical effects"]!;
    expect(influence(same).studies.flatMap(({ reasons }) => reasons)).toEqual([]);
    const heavy = edgeCases["one study that outweighs all"]!;
    expect(influence(heavy, { tau2: "EE" }).studies.map(({ reasons }) => reasons.includes("hat"))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

test("the residual of a study that outweighs all is not lost in rounding", () => {
  const [heavy] = influence(edgeCases["one study that outweighs all"]!, { tau2: "EE" }).studies;
  const others = pool(edgeCases["one study that outweighs all"]!.slice(1), { tau2: "EE" });
  expectNear(heavy!.rstandard, (0.31 - others.estimate) / others.se);
});

test("the contributions of a Baujat plot sum to Q", () => {
  fc.assert(
    fc.property(effectLists(), (list) => {
      const sum = baujat(list).reduce((total, { contribution }) => total + contribution, 0);
      expectNear(sum, pool(list, { tau2: "EE" }).heterogeneity.Q, { unit: 1e-9 });
    }),
  );
});

test("of two studies each is compared with the other", () => {
  const [first, second] = influence(effects.slice(0, 2)).studies;
  expect(first!.estimateDeleted).toBe(-0.42);
  expect(first!.rstudent).toBeCloseTo(-second!.rstudent, 12);
});

test.each([
  ["TOO_FEW_EFFECTS", effects.slice(0, 1), {}],
  ["NO_EFFECTS", [], {}],
  ["UNKNOWN_CHOICE", effects, { tau2: "ANOVA" as "DL" }],
])("both refuse with %s", (code, list, options) => {
  expect(() => influence(list, options)).toThrow(expect.objectContaining({ code }));
  expect(() => baujat(list, options)).toThrow(expect.objectContaining({ code }));
});
