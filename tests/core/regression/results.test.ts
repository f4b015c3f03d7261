import {
  contrast,
  type MetaRegressionOptions,
  metaRegression,
  pool,
  predictAt,
  type RegressionIntervalMethod,
  regressionIntervals,
  type Tau2Method,
  tau2Estimators,
  waldTest,
  workingModelOf,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { faults } from "../faults.ts";
import { bcg } from "./bcg.ts";

const coded = (code: string) => expect.objectContaining({ code });
const codesOf = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);
const tau2Methods = Object.keys(tau2Estimators) as Tau2Method[];
const intervals = Object.keys(regressionIntervals) as RegressionIntervalMethod[];

describe.each(Object.entries(edgeCases))("%s", (_, effects) => {
  const moderated = effects.map((effect, i) => ({ ...effect, x: (i * i) % 5, sham: i % 2 === 0 ? "a" : "b" }));
  const formulas = ["~ 1", "~ x", "~ poly(x, 1) + I(x^2)", ...(effects.length > 1 ? ["~ sham * x", "~ 0 + sham"] : [])];
  test.each(formulas.filter((formula) => effects.length > 1 || !formula.includes("poly")))(
    "%s: no result holds NaN or infinity, whatever the method",
    (moderators) => {
      for (const tau2 of tau2Methods)
        for (const interval of intervals) {
          const fit = metaRegression(moderated, { moderators, tau2, interval });
          expect(faults(fit)).toEqual([]);
          expect(fit.heterogeneity.df).toBe(fit.k - fit.coefficients.length);
          const predicted = predictAt(fit, { rows: [fit.design.rows[0]!] });
          expect(faults(predicted)).toEqual([]);
        }
    },
  );

  test.each(tau2Methods)("a mean alone by %s is pool's", (tau2) => {
    for (const interval of intervals) {
      const mean = pool(effects, { tau2, interval });
      const fit = metaRegression(effects, { moderators: "~ 1", tau2, interval });
      const [{ estimate, se, df, ci }] = fit.coefficients as [(typeof fit.coefficients)[0]];
      expect(Math.abs(estimate - mean.estimate)).toBeLessThanOrEqual(1e-9 * (mean.se + Math.abs(mean.estimate)));
      expect(Math.abs(se - mean.ci.se)).toBeLessThanOrEqual(1e-9 * mean.ci.se);
      expect([df, ci.method]).toEqual([mean.ci.df, mean.ci.method]);
      expect({ ...fit.tau2, ci: null }).toEqual({ ...mean.tau2, ci: null });
      expect(fit.heterogeneity.df).toBe(mean.heterogeneity.df);
      expect(fit.omnibus).toBeNull();
      expect(fit.R2).toBeNull();
    }
  });
});

test("a mean alone is pool's, its prediction and its heterogeneity too", () => {
  const mean = pool(bcg);
  const fit = metaRegression(bcg, { moderators: "~ 1" });
  const [at] = predictAt(fit, {});
  expect(at?.pi?.lower).toBeCloseTo(mean.pi!.lower, 10);
  expect(at?.pi).toMatchObject({ df: mean.pi?.df, method: mean.pi?.method });
  expect(fit.heterogeneity.QE).toBeCloseTo(mean.heterogeneity.Q, 9);
  expect(fit.heterogeneity.I2).toBeCloseTo(mean.heterogeneity.I2, 9);
  expect(fit.tau2.ci?.upper).toBeCloseTo(mean.tau2.ci!.upper, 9);
  expect(fit.fit.REML?.AICc).toBeCloseTo(mean.fit.REML!.AICc, 9);
  expect(fit.studies.map(({ weight }) => weight)).toEqual(mean.studies.map(({ weight }) => expect.closeTo(weight, 9)));
});

test("a result is plain: written as JSON and read again, it predicts the same", () => {
  const fit = metaRegression(bcg, { moderators: "~ rcs(ablat, 4) + poly(ablat, 2):alloc[ref=systematic]" });
  const again = JSON.parse(JSON.stringify(fit)) as typeof fit;
  expect(again).toEqual(fit);
  const at = [{ ablat: 30, alloc: "random" }];
  expect(predictAt(again, at)).toEqual(predictAt(fit, at));
});

test("the model at the studies' own moderators gives their fitted effects", () => {
  const fit = metaRegression(bcg, { moderators: "~ rcs(ablat, 3) * alloc + I(ablat^2/100)" });
  const predicted = predictAt(fit, bcg);
  for (const [i, { fitted, residual, yi }] of fit.studies.entries()) {
    expect(predicted[i]!.estimate).toBeCloseTo(fitted, 9);
    expect(fitted + residual).toBeCloseTo(yi, 12);
  }
  expect(fit.studies.reduce((sum, { hat }) => sum + hat, 0)).toBeCloseTo(fit.coefficients.length, 9);
});

describe("columns that follow from others", () => {
  const effects = bcg.map((effect) => ({ ...effect, twice: 2 * effect.ablat - 10, none: 0 }));
  const fit = metaRegression(effects, { moderators: "~ ablat + twice + none + alloc" });

  test("have no coefficient, and the result says what they follow from", () => {
    expect(fit.coefficients.map(({ name }) => name)).toEqual(["intrcpt", "ablat", "allocrandom", "allocsystematic"]);
    expect(fit.aliased).toEqual([
      {
        name: "twice",
        follows: [
          { name: "intrcpt", weight: -10 },
          { name: "ablat", weight: 2 },
        ],
      },
      { name: "none", follows: [] },
    ]);
    expect(fit.warnings).toContainEqual(
      expect.objectContaining({
        code: "ALIASED",
        message: "No coefficient of its own: twice = −10 intrcpt + 2 ablat; none = 0.",
      }),
    );
    expect(fit.coefficients).toEqual(metaRegression(effects, { moderators: "~ ablat + alloc" }).coefficients);
  });

  test("are predicted at where they follow there too, and refused where they don't", () => {
    const [at] = predictAt(fit, { ablat: 30, twice: 50, none: 0, alloc: "random" });
    const [other] = predictAt(metaRegression(bcg, { moderators: "~ ablat + alloc" }), { ablat: 30, alloc: "random" });
    expect(at!.estimate).toBeCloseTo(other!.estimate, 12);
    expect(() => predictAt(fit, { ablat: 30, twice: 51, none: 0, alloc: "random" })).toThrow(coded("NOT_ESTIMABLE"));
    expect(() => predictAt(fit, { ablat: 30, twice: 50, none: 1, alloc: "random" })).toThrow(coded("NOT_ESTIMABLE"));
    expect(() => contrast(fit, { twice: 1 })).toThrow(coded("NOT_ESTIMABLE"));
    expect(contrast(fit, { ablat: 1, twice: 2, intrcpt: 0 }).contrasts[0]!.estimate).toBeCloseTo(
      fit.coefficients[1]!.estimate,
      12,
    );
    expect(() => waldTest(fit, ["twice"])).toThrow(/aliased/);
  });

  test("do not come into the working model", () => {
    const { names, X, y, blocks } = workingModelOf(fit);
    expect(names).toHaveLength(4);
    expect(X.map((column) => column.length)).toEqual([13, 13, 13, 13]);
    expect(y[3]).toBe(bcg[3]!.yi);
    expect(blocks[3]!.matrix[0]).toBe(bcg[3]!.vi + fit.tau2.value);
    expect([...blocks[3]!.rows]).toEqual([3]);
  });
});

test("an empty cell of an interaction is no coefficient, and can't be predicted", () => {
  const effects = bcg.map((effect) => ({ ...effect, far: effect.ablat > 40 ? "yes" : "no" }));
  const cells = effects.filter(({ alloc, far }) => !(alloc === "alternate" && far === "yes"));
  const fit = metaRegression(cells, { moderators: "~ alloc[ref=random] * far" });
  expect(fit.aliased.map(({ name }) => name)).toEqual(["allocalternate:faryes"]);
  expect(() => predictAt(fit, { alloc: "alternate", far: "yes" })).toThrow(coded("NOT_ESTIMABLE"));
  expect(predictAt(fit, { alloc: "alternate", far: "no" })).toHaveLength(1);
});

describe("warnings", () => {
  test("fewer than ten studies for each coefficient of a moderator", () => {
    expect(codesOf(metaRegression(bcg, { moderators: "~ ablat" }))).not.toContain("FEW_PER_MODERATOR");
    expect(codesOf(metaRegression(bcg, { moderators: "~ ablat + alloc" }))).toContain("FEW_PER_MODERATOR");
    expect(codesOf(metaRegression(bcg, { moderators: "~ 1" }))).toEqual([]);
  });

  test("as many coefficients as studies", () => {
    const fit = metaRegression(bcg.slice(0, 2), { moderators: "~ ablat" });
    expect(codesOf(fit)).toContain("SATURATED");
    expect(fit.tau2).toMatchObject({ value: 0, se: null, ci: null });
    expect(fit.coefficients[0]).toMatchObject({ df: null, ci: { method: "z" } });
    expect(predictAt(fit, { ablat: 40 })[0]).toMatchObject({
      pi: null,
      predictionNote: expect.stringMatching(/needs 1/),
    });
  });

  test("effects that lie where the moderators say", () => {
    const line = bcg.map((effect) => ({ ...effect, yi: 0.1 + 0.3 * effect.ablat }));
    const fit = metaRegression(line, { moderators: "~ ablat", interval: "HKSJ" });
    expect(codesOf(fit)).toContain("ZERO_SPREAD");
    expect(fit.coefficients[1]).toMatchObject({ se: 0, statistic: null, p: 0 });
    expect(fit.omnibus).toMatchObject({ statistic: null, p: 0 });
    expect(codesOf(metaRegression(line, { moderators: "~ ablat", interval: "HKSJ-adhoc" }))).not.toContain(
      "ZERO_SPREAD",
    );
  });

  test("an interval narrower than by z, a study named twice, groups shared", () => {
    const close = bcg.map((effect) => ({ ...effect, yi: 0.01 * effect.yi, study: "same", arms: ["x/y"] }));
    expect(codesOf(metaRegression(close, { moderators: "~ ablat" }))).toEqual(
      expect.arrayContaining(["NARROWER_THAN_Z", "DUPLICATE_STUDY", "SHARED_ARM"]),
    );
  });

  test("studies left out for want of a moderator are named in the result", () => {
    const gaps = bcg.map((effect, i) => ({ ...effect, ablat: i === 4 ? null : effect.ablat }));
    expect(() => metaRegression(gaps, { moderators: "~ ablat" })).toThrow(coded("MISSING_MODERATOR"));
    const fit = metaRegression(gaps, { moderators: "~ ablat", missing: "leave out" });
    expect(fit.leftOut).toEqual([{ study: "trial 5", missing: ["ablat"] }]);
    expect(fit.warnings).toContainEqual(expect.objectContaining({ code: "LEFT_OUT", studies: ["trial 5"] }));
    expect(fit.coefficients).toEqual(metaRegression(bcg.toSpliced(4, 1), { moderators: "~ ablat" }).coefficients);
  });
});

test("R² tells by how much moderators lower τ²; not where there is nothing to lower, nor without a constant", () => {
  const fit = metaRegression(bcg, { moderators: "~ ablat" });
  const before = pool(bcg).tau2.value;
  expect(fit.tau2WithoutModerators).toBeCloseTo(before, 12);
  expect(fit.R2).toBeCloseTo(100 * (1 - fit.tau2.value / before), 9);
  expect(metaRegression(bcg, { moderators: "~ 0 + ablat" }).R2).toBeNull();
  expect(metaRegression(bcg, { moderators: "~ 0 + alloc" }).R2).toBe(metaRegression(bcg, { moderators: "~ alloc" }).R2);
  const alike = bcg.map((effect) => ({ ...effect, yi: 0.01 * effect.yi }));
  expect(metaRegression(alike, { moderators: "~ ablat" })).toMatchObject({ R2: null, tau2WithoutModerators: 0 });
});

test("the condition number is that of the columns at length 1", () => {
  const at = (angle: number) =>
    metaRegression(
      bcg.slice(0, 4).map((effect) => ({ ...effect, vi: 1 })),
      {
        moderators: {
          names: ["a", "b"],
          rows: [
            [5, Math.cos(angle)],
            [0, Math.sin(angle)],
            [0, 0],
            [0, 0],
          ],
        },
        tau2: "EE",
      },
    ).collinearity.conditionNumber;
  expect(at(Math.PI / 2)).toBeCloseTo(1, 12);
  expect(at(0.3)).toBeCloseTo(Math.sqrt((1 + Math.cos(0.3)) / (1 - Math.cos(0.3))), 9);
});

test("a model matrix is the same as the formula that makes it", () => {
  const byFormula = metaRegression(bcg, { moderators: "~ ablat * alloc" });
  const { names, rows } = byFormula.design;
  const byMatrix = metaRegression(bcg, { moderators: { names, rows } });
  expect(byMatrix.coefficients).toEqual(byFormula.coefficients);
  expect(byMatrix.omnibus).toEqual(byFormula.omnibus);
  expect(() => predictAt(byMatrix, { ablat: 30 })).toThrow(coded("NO_FORMULA"));
  expect(predictAt(byMatrix, { rows: [rows[0]!] })[0]!.estimate).toBeCloseTo(byFormula.studies[0]!.fitted, 10);
});

test.each<[string, unknown]>([
  ["UNKNOWN_OPTION", { mods: "~ ablat" }],
  ["UNKNOWN_OPTION", null],
  ["NOT_MODERATORS", {}],
  ["NOT_MODERATORS", { moderators: 3 }],
  ["UNKNOWN_CHOICE", { moderators: "~ ablat", tau2: "reml" }],
  ["UNKNOWN_CHOICE", { moderators: "~ ablat", interval: "KR" }],
  ["UNKNOWN_CHOICE", { moderators: "~ ablat", prediction: "t" }],
  ["LEVEL_OUT_OF_RANGE", { moderators: "~ ablat", level: 95 }],
  ["NO_COEFFICIENTS", { moderators: "~ 0" }],
  ["NO_COEFFICIENTS", { moderators: { names: ["a"], rows: bcg.map(() => [0]) } }],
  ["BAD_MODEL_MATRIX", { moderators: { names: ["a"], rows: [[1]] } }],
  ["BAD_MODEL_MATRIX", { moderators: ["~ ablat"] }],
])("%s: %j", (code, options) => {
  expect(() => metaRegression(bcg, options as MetaRegressionOptions)).toThrow(coded(code));
});

test("effects that can't be pooled are refused as by pool", () => {
  expect(() => metaRegression([] as (typeof bcg)[number][], { moderators: "~ 1" })).toThrow(coded("NO_EFFECTS"));
  expect(() => metaRegression([{ ...bcg[0]!, vi: 0 }], { moderators: "~ 1" })).toThrow(coded("VARIANCE_NOT_POSITIVE"));
  // @ts-expect-error effects of different measures do not compile either
  expect(() => metaRegression([bcg[0]!, { ...bcg[1]!, measure: "SMD" }] as const, { moderators: "~ 1" })).toThrow(
    coded("MIXED_MEASURES"),
  );
});
