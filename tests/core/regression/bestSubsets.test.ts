import { type BestSubsetsOptions, bestSubsets, metaRegression } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectLists } from "../../properties/effectLists.ts";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { faults } from "../faults.ts";
import { bcg } from "./bcg.ts";

const coded = (code: string) => expect.objectContaining({ code });
const codesOf = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);
const both = ["ablat", "alloc"];

const moderated = effectLists({ minLength: 10, maxLength: 16 }).map((list) =>
  list.map((effect, i) => ({ ...effect, a: Math.sin(i), b: i % 3, c: (7 * i) % 5 })),
);

/** rma(method = "ML") of metafor 3.8-1 of every model, weighted and averaged in R by the formulas. */
describe("R's models", () => {
  test.each([
    [
      "AICc",
      [24.0379977, 30.5301527, 32.5983522, 36.3562752, 45.3950736],
      [0.947953634, 0.0369006109, 0.0131198761, 0.0020040434, 2.18351905e-5],
    ],
    [
      "AIC",
      [21.3713311, 22.9950736, 24.0269237, 29.3301527, 31.3562752],
      [0.576510883, 0.255986044, 0.152810397, 0.0107788232, 0.0039138523],
    ],
    [
      "BIC",
      [23.0661791, 26.8516704, 26.9497191, 30.4600514, 33.6160727],
      [0.755272733, 0.113787567, 0.108343736, 0.0187303046, 0.00386565894],
    ],
  ] as const)("by %s", (criterion, values, weights) => {
    const { models } = bestSubsets(bcg, { candidates: [...both, "ablat:alloc"], criterion });
    expect(models.map((model) => model.criterion)).toEqual(values.map((value) => expect.closeTo(value, 6)));
    expect(models.map(({ weight }) => weight)).toEqual(weights.map((weight) => expect.closeTo(weight, 7)));
  });

  test("averages over models, all and those with the coefficient, and importance", () => {
    const { averaged, importance } = bestSubsets(bcg, { candidates: both });
    const near = (value: number) => expect.closeTo(value, 8);
    expect(
      averaged.map(({ name, estimate, se, whereIncluded }) => [
        name,
        estimate,
        se,
        whereIncluded.estimate,
        whereIncluded.se,
      ]),
    ).toEqual([
      ["intrcpt", near(0.245599596), near(0.222260683), near(0.245599596), near(0.222260683)],
      ["ablat", near(-0.02836569), near(0.00648990255), near(-0.0295139449), near(0.00548544599)],
      ["allocrandom", near(-0.00365359696), near(0.00860134482), near(-0.241572112), near(0.235665857)],
      ["allocsystematic", near(-0.000755044455), near(0.00475486041), near(-0.0499227708), near(0.258221187)],
    ]);
    expect(importance).toEqual([
      { term: "ablat", importance: near(0.961094496), models: 2 },
      { term: "alloc", importance: near(0.0151242498), models: 2 },
    ]);
  });
});

test("every row is what metaRegression finds by its formula", () => {
  fc.assert(
    fc.property(moderated, (effects) => {
      const { models } = bestSubsets(effects, { candidates: ["a", "factor(b)", "c"] });
      expect(models).toHaveLength(8);
      for (const { formula, coefficients, tau2, logLik, criterion } of models) {
        const fit = metaRegression(effects, { moderators: formula, tau2: "ML" });
        expect(fit.coefficients).toHaveLength(coefficients);
        expectNear(tau2, fit.tau2.value, { unit: 1e-3, part: 1e-6 });
        expectNear(logLik, fit.fit.ML.logLik, { unit: 1, part: 1e-8 });
        expectNear(criterion, fit.fit.ML.AICc, { unit: 1, part: 1e-8 });
      }
    }),
    { numRuns: 40 },
  );
});

test("weights sum to 1, importance is theirs, and an average over all models is that where included times its weight", () => {
  fc.assert(
    fc.property(moderated, fc.constantFrom("AIC", "AICc", "BIC"), (effects, criterion) => {
      const { models, averaged, importance } = bestSubsets(effects, { candidates: ["a", "b", "c"], criterion });
      expectNear(
        models.reduce((sum, { weight }) => sum + weight, 0),
        1,
      );
      expect(models[0]!.delta).toBe(0);
      for (const [i, { delta, weight }] of models.entries()) {
        expect(delta).toBeGreaterThanOrEqual(models[i - 1]?.delta ?? 0);
        expectNear(weight, models[0]!.weight * Math.exp(-delta / 2), { unit: 1e-12 });
      }
      for (const { term, importance: weight, models: count } of importance) {
        const own = models.filter(({ terms }) => terms.includes(term));
        expect(count).toBe(own.length);
        expectNear(
          weight,
          own.reduce((sum, each) => sum + each.weight, 0),
          { unit: 1e-12 },
        );
        const { estimate, whereIncluded, se, ci } = averaged.find(({ name }) => name === term)!;
        expectNear(estimate, weight * whereIncluded.estimate, { unit: 1e-9 });
        expectNear(ci.upper - ci.lower, 2 * 1.959963984540054 * se, { unit: 1e-12 });
        if (criterion === "AIC") expect(weight).toBeGreaterThan(1 / (1 + Math.E) - 1e-9);
      }
    }),
  );
});

test("an average's standard error is Σw√(var + (β − β̄)²), by hand from two models", () => {
  const { models, averaged } = bestSubsets(bcg, { candidates: ["ablat"] });
  const fits = models.map(({ formula }) => metaRegression(bcg, { moderators: formula, tau2: "ML", interval: "z" }));
  const parts = fits.map(({ coefficients }, i) => ({ ...coefficients[0]!, weight: models[i]!.weight }));
  const mean = parts.reduce((sum, { estimate, weight }) => sum + weight * estimate, 0);
  const se = parts.reduce((sum, each) => sum + each.weight * Math.hypot(each.se, each.estimate - mean), 0);
  expect(averaged[0]).toMatchObject({
    name: "intrcpt",
    estimate: expect.closeTo(mean, 10),
    se: expect.closeTo(se, 10),
  });
  expect(se).toBeGreaterThan(Math.min(...parts.map((each) => each.se)));
});

describe("which models", () => {
  const effects = bcg.map((effect, i) => ({
    ...effect,
    year: 1950 + ((5 * i) % 13),
    double: 2 * effect.ablat,
    sum: effect.ablat + ((5 * i) % 13),
  }));
  const formulas = (options: BestSubsetsOptions) => bestSubsets(effects, options).models.map(({ formula }) => formula);

  test("terms of always are in all of them", () => {
    expect([...formulas({ candidates: ["alloc"], always: ["rcs(ablat, c(18, 33, 52))"] })].sort()).toEqual([
      "~ rcs(ablat, c(18, 33, 52))",
      "~ rcs(ablat, c(18, 33, 52)) + alloc",
    ]);
  });

  test("an interaction comes with its parts", () => {
    const found = formulas({ candidates: ["ablat:year", "ablat", "year"] });
    expect([...found].sort()).toEqual(["~ 1", "~ ablat", "~ ablat + year", "~ ablat:year + ablat + year", "~ year"]);
    expect(codesOf(bestSubsets(effects, { candidates: ["ablat:year", "ablat", "year"] }))).toContain(
      "AVERAGED_INTERACTIONS",
    );
    expect([...formulas({ candidates: ["ablat:year", "year"], always: ["ablat"] })].sort()).toEqual([
      "~ ablat",
      "~ ablat + ablat:year + year",
      "~ ablat + year",
    ]);
  });

  test("those with the same fitted values count once, and what can't be told apart is named", () => {
    const found = bestSubsets(effects, { candidates: ["ablat", "double"] });
    expect(found.models).toHaveLength(2);
    const { message } = found.warnings.find(({ code }) => code === "MODELS_LEFT_OUT")!;
    expect(message).toMatch(/^2 of the models are left out.*ablat, double can't be told apart/);
    const three = bestSubsets(effects, { candidates: ["ablat", "year", "sum"] });
    expect(three.models.map(({ coefficients }) => coefficients).sort()).toEqual([1, 2, 2, 2, 3]);
    expectNear(
      three.models.reduce((total, { weight }) => total + weight, 0),
      1,
    );
  });

  test("a term of which some columns follow from others is still a model of its own", () => {
    const cells = effects.map((effect, i) => ({ ...effect, late: effect.alloc === "random" && i % 2 === 0 }));
    const found = bestSubsets(cells, { candidates: ["alloc", "late", "alloc:late"], criterion: "BIC" });
    expect(found.models).toHaveLength(4);
  });

  test("none with too few studies for AICc", () => {
    const few = effects.slice(0, 5);
    const found = bestSubsets(few, { candidates: ["ablat", "year", "alloc"] });
    expect(found.models.map(({ coefficients }) => coefficients).sort()).toEqual([1, 2, 2, 2]);
    expect(codesOf(found)).toContain("MODELS_LEFT_OUT");
    expect(() => bestSubsets(effects.slice(0, 3), { candidates: ["ablat"] })).toThrow(/at least 4/);
  });

  test("all are fitted to the studies of which every candidate is known", () => {
    const holes = effects.map((effect, i) => ({ ...effect, year: i === 4 ? null : effect.year }));
    expect(() => bestSubsets(holes, { candidates: ["ablat", "year"] })).toThrow(coded("MISSING_MODERATOR"));
    const found = bestSubsets(holes, { candidates: ["ablat", "year"], missing: "leave out" });
    expect([found.k, found.leftOut]).toEqual([12, [{ study: "trial 5", missing: ["year"] }]]);
    const alone = metaRegression(
      effects.filter((_, i) => i !== 4),
      { moderators: "~ 1", tau2: "ML" },
    );
    expect(found.models.find(({ formula }) => formula === "~ 1")!.logLik).toBeCloseTo(alone.fit.ML.logLik, 9);
  });

  test("up to 4,096, at once", () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      study: `s${i}`,
      measure: "SMD" as const,
      yi: Math.sin(i * i),
      vi: 0.05,
      ...Object.fromEntries(Array.from({ length: 12 }, (_, j) => [`z${j}`, Math.cos(i * (j + 2) + j)])),
    }));
    const found = bestSubsets(many, { candidates: Array.from({ length: 12 }, (_, j) => `z${j}`) });
    expect(found.models).toHaveLength(4096);
    expect(found.warnings.find(({ code }) => code === "BEST_OF_MANY")?.message).toMatch(/^The best of 4096 models/);
    expect(faults(found)).toEqual([]);
  });
});

test("among candidates that are noise, the best model looks better than it is: what the warning says", () => {
  const runs = Array.from({ length: 40 }, (_, run) => {
    const wave = (i: number) => Math.sin(12.9898 * (i + 1) * (run + 1)) * 43758.5453;
    const noise = (i: number) => wave(i) - Math.floor(wave(i)) - 0.5;
    const effects = Array.from({ length: 20 }, (_, i) => ({
      study: `s${i}`,
      measure: "SMD" as const,
      yi: noise(i),
      vi: 0.02,
      ...Object.fromEntries(Array.from({ length: 6 }, (_, j) => [`z${j}`, noise(100 * (j + 1) + i)])),
    }));
    const { models } = bestSubsets(effects, { candidates: Array.from({ length: 6 }, (_, j) => `z${j}`) });
    const best = metaRegression(effects, { moderators: models[0]!.formula });
    return best.omnibus !== null && best.omnibus.p < 0.05;
  });
  expect(runs.filter(Boolean).length).toBeGreaterThan(40 * 0.15);
});

test.each<[string, object, string]>([
  ["no candidates", { candidates: [] }, "BAD_CANDIDATE"],
  ["nothing", {}, "BAD_CANDIDATE"],
  ["a formula in place of a list", { candidates: "~ ablat" }, "BAD_CANDIDATE"],
  ["two terms in one", { candidates: ["ablat + alloc"] }, "BAD_CANDIDATE"],
  ["a product, which is three terms", { candidates: ["ablat * alloc"] }, "BAD_CANDIDATE"],
  ["the constant", { candidates: ["1"] }, "BAD_CANDIDATE"],
  ["a term without the constant", { candidates: ["ablat - 1"] }, "BAD_CANDIDATE"],
  ["a number", { candidates: [3] }, "BAD_CANDIDATE"],
  ["a candidate twice", { candidates: ["ablat", " ablat "] }, "BAD_CANDIDATE"],
  ["an interaction twice", { candidates: ["ablat:alloc", "alloc:ablat"] }, "BAD_CANDIDATE"],
  ["a candidate that is always there", { candidates: ["ablat"], always: ["ablat"] }, "BAD_CANDIDATE"],
  ["a part of what is always there", { candidates: ["ablat"], always: ["ablat:alloc"] }, "BAD_CANDIDATE"],
  ["what can't be read", { candidates: ["ablat +"] }, "FORMULA_SYNTAX"],
  ["what no study has", { candidates: ["weeks"] }, "UNKNOWN_MODERATOR"],
  ["13 candidates", { candidates: Array.from({ length: 13 }, (_, i) => `I(ablat^${i + 2})`) }, "TOO_MANY_CANDIDATES"],
  ["no such criterion", { candidates: both, criterion: "DIC" }, "UNKNOWN_CHOICE"],
  ["R's name of an option", { candidates: both, crit: "aicc" }, "UNKNOWN_OPTION"],
  ["a method of τ²: it is ML", { candidates: both, tau2: "REML" }, "UNKNOWN_OPTION"],
  ["a level of 95", { candidates: both, level: 95 }, "LEVEL_OUT_OF_RANGE"],
])("refuses %s", (_, options, code) => {
  expect(() => bestSubsets(bcg, options as BestSubsetsOptions)).toThrow(coded(code));
});

test.each(Object.entries(edgeCases).filter(([, { length }]) => length > 3))(
  "every number of %s is finite",
  (_, effects) => {
    const rows = effects.map((effect, i) => ({ ...effect, z: Math.cos(i), group: i % 2 === 0 }));
    expect(faults(bestSubsets(rows, { candidates: ["z", "group"] }))).toEqual([]);
  },
);
