import { influence, type OutlierRuleId, outlierRules, outliers, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const rules = Object.keys(outlierRules) as OutlierRuleId[];
const effects = effectsOf([0.1, 0.2, 0.15, 0.12, 0.18, 1.5], [0.02, 0.02, 0.02, 0.02, 0.02, 0.02]);

describe.each(rules)("outliers by %s", (rule) => {
  test("are pooled once with and once without", () => {
    const { studies, fit, without } = outliers(effects, { rule, tau2: "DL" });
    expect(studies.filter(({ outlier }) => outlier)).toEqual([{ study: "s6", outlier: true }]);
    expect(fit).toEqual(pool(effects, { tau2: "DL" }));
    expect(without).toEqual(pool(effects.slice(0, 5), { tau2: "DL" }));
  });

  test("of effects that are all the same there are none, so nothing is pooled again", () => {
    const { studies, without } = outliers(edgeCases["identical effects"]!, { rule });
    expect(studies.some(({ outlier }) => outlier)).toBe(false);
    expect(without).toBeNull();
  });

  test("of one name are told apart by their place", () => {
    const { studies, without } = outliers(
      effects.map((effect) => ({ ...effect, study: "same" })),
      { rule },
    );
    expect(studies.map(({ outlier }) => outlier)).toEqual([false, false, false, false, false, true]);
    expect(without!.k).toBe(5);
  });

  test.each(Object.entries(edgeCases).filter(([, list]) => list.length > 1))(
    "of %s are finite and frozen",
    (_, list) => {
      expect(faults(outliers(list, { rule }))).toEqual([]);
    },
  );
});

test("without says nothing where every study is an outlier", () => {
  const { studies, without } = outliers(effectsOf([-3, 3], [0.01, 0.01]), { tau2: "EE" });
  expect(studies.every(({ outlier }) => outlier)).toBe(true);
  expect(without).toBeNull();
});

test("outliers by rstudent are those that influence marks", () => {
  const marked = outliers(effects, { level: 0.8 }).studies.map(({ outlier }) => outlier);
  expect(marked).toEqual(influence(effects, { level: 0.8 }).studies.map(({ outlier }) => outlier));
});

test.each([
  ["TOO_FEW_EFFECTS", effects.slice(0, 1), {}],
  ["UNKNOWN_CHOICE", effects, { rule: "iqr" as "interval" }],
])("refuses with %s", (code, list, options) => {
  expect(() => outliers(list, options)).toThrow(expect.objectContaining({ code }));
});
