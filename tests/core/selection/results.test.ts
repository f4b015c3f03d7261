import { type SelectionOptions, type SelectionType, selectionModel, weightFunctions } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";
import { publishedEffects } from "./simulate.ts";

const types = Object.keys(weightFunctions) as SelectionType[];
const some = publishedEffects(20, { mu: 0.2, tau: 0.1, seed: 4, publish: (z) => (z > 1.96 ? 1 : 0.4) });
const close = (a: number | null, b: number | null) => expect(a! / b!).toBeCloseTo(1, 7);

describe.each(Object.entries(edgeCases).filter(([, { length }]) => length > 3 && length < 50))(
  "on %s",
  (_, effects) => {
    test.each(types)("a %s model gives finite frozen numbers, or null with a reason", (type) => {
      for (const alternative of ["greater", "twoSided"] as const) {
        const fit = selectionModel(effects, { type, alternative });
        expect(faults(fit)).toEqual([]);
        expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
        expect(fit.se === null).toBe(fit.note !== null);
        expect(fit.tau2.se === null).toBe(fit.tau2.note !== null);
        for (const { se, note } of fit.delta) if (se === null) expect(note).not.toBeNull();
      }
    });
  },
);

describe.each(types)("a %s model", (type) => {
  const fit = selectionModel(some, { type });

  test("is the same in another unit", () => {
    const scaled = some.map((effect) => ({ ...effect, yi: 1000 * effect.yi, vi: 1e6 * effect.vi }));
    const other = selectionModel(scaled, { type });
    close(other.estimate, 1000 * fit.estimate!);
    close(other.se, 1000 * fit.se!);
    close(other.delta.at(-1)!.value, fit.delta.at(-1)!.value);
    close(other.selectionTest!.statistic, fit.selectionTest!.statistic);
  });

  test("of small p-values on the other side is that of effects turned round", () => {
    const turned = some.map((effect) => ({ ...effect, yi: -effect.yi }));
    const other = selectionModel(turned, { type, alternative: "less" });
    close(other.estimate, -fit.estimate!);
    close(other.ci!.lower, -fit.ci!.upper);
    close(other.tau2.value! + 1, fit.tau2.value! + 1);
  });

  test("without selection is the random-effects model by maximum likelihood", () => {
    const none = fit.delta.map((delta) => delta.none);
    const held = selectionModel(some, { type, delta: none });
    close(held.estimate, held.unadjusted.estimate);
    close(held.fit!.logLik, held.unadjusted.logLik);
    expect(held.selectionTest).toMatchObject({ df: 0, p: null });
  });

  test("is never less likely than without selection, or without heterogeneity", () => {
    const common = selectionModel(some, { type, tau2: "EE" });
    expect(fit.fit!.logLik).toBeGreaterThanOrEqual(fit.unadjusted.logLik - 1e-9);
    expect(fit.fit!.logLik).toBeGreaterThanOrEqual(common.fit!.logLik - 1e-9);
    close(fit.heterogeneityTest!.statistic + 1, 2 * (fit.fit!.logLik - common.fit!.logLik) + 1);
    expect(common.heterogeneityTest).toBeNull();
    expect(common.tau2).toMatchObject({ value: 0, se: null, ci: null });
  });
});

describe("p-values close to 0 and 1", () => {
  const lost = [...some, { study: "lost", measure: "SMD" as const, yi: -0.9, vi: 0.02 }];

  test("are kept from them by pMin, which the power weight and the beta weight with δ₁ = 1 share", () => {
    for (const pMin of [1e-3, 1e-5, 1e-9]) {
      const power = selectionModel(lost, { type: "power", delta: [1.5], pMin });
      const beta = selectionModel(lost, { type: "beta", delta: [1, 2.5], pMin });
      close(beta.fit!.logLik, power.fit!.logLik);
      close(beta.estimate, power.estimate);
      expect(power.choices.pMin).toBe(pMin);
    }
  });

  test("are 1e-5 from them unless given", () => {
    for (const type of ["beta", "power"] as const)
      expect(selectionModel(lost, { type })).toEqual(selectionModel(lost, { type, pMin: 1e-5 }));
    expect(selectionModel(lost).choices.pMin).toBeNull();
  });
});

test("an interval of p without studies has a weight of 0, no standard error, and a warning", () => {
  const effects = effectsOf([0.5, 0.6, 0.4, 0.55, 0.02], [0.01, 0.01, 0.01, 0.02, 0.01]);
  const { delta, intervals, warnings } = selectionModel(effects, { steps: [0.025, 0.2, 0.3, 1] });
  expect(intervals.map(({ studies }) => studies)).toEqual([4, 0, 0, 1]);
  expect(delta[1]).toMatchObject({ value: 0, se: null, note: "No study has a p-value in this interval." });
  expect(warnings.map(({ code }) => code)).toContain("EMPTY_INTERVAL");
});

test("as many studies as parameters are enough, one fewer is refused", () => {
  const effects = effectsOf([0.1, 0.5, 0.3], [0.02, 0.05, 0.01]);
  expect(faults(selectionModel(effects))).toEqual([]);
  expect(() => selectionModel(effects.slice(1))).toThrow("TOO_FEW_EFFECTS");
  expect(faults(selectionModel(effects.slice(2), { tau2: "EE", delta: [null, 0.5] }))).toEqual([]);
});

test.each<[string, SelectionOptions]>([
  ["BAD_STEPS", { steps: [] }],
  ["BAD_STEPS", { steps: [0.5, 0.025] }],
  ["BAD_STEPS", { steps: [0.025, 1.5] }],
  ["BAD_STEPS", { type: "beta", steps: [0.025] }],
  ["BAD_DELTA", { delta: [1] }],
  ["BAD_DELTA", { delta: [1, -1] }],
  ["BAD_DELTA", { delta: [0, null] }],
  ["BAD_DELTA", { type: "logistic", delta: [Number.NaN] }],
  ["NOT_A_VALID_NUMBER", { type: "beta", pMin: 0 }],
  ["NOT_A_VALID_NUMBER", { type: "power", pMin: 0.5 }],
  ["NOT_A_VALID_NUMBER", { type: "step", pMin: 1e-5 }],
  ["UNKNOWN_OPTION", { prec: "sei" } as SelectionOptions],
  ["UNKNOWN_CHOICE", { type: "stepfun" as "step" }],
  ["UNKNOWN_CHOICE", { alternative: "two.sided" as "twoSided" }],
  ["UNKNOWN_CHOICE", { tau2: "REML" as "ML" }],
  ["LEVEL_OUT_OF_RANGE", { level: 95 }],
])("refuses with %s: %j", (code, options) => {
  expect(() => selectionModel(some, options)).toThrow(code);
});
