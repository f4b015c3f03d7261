import {
  type Effect,
  type MetaRegression,
  type MetaRegressionOptions,
  metaRegression,
  pool,
  predictAt,
  type RegressionIntervalMethod,
  regressionIntervals,
  subgroups,
  waldTest,
} from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faults } from "../core/faults.ts";
import { tau2Methods } from "./methods.ts";
import { expectNear } from "./near.ts";

type Moderated = Effect<"SMD"> & { readonly weeks: number; readonly sessions: number; readonly sham: string };

const study = fc.record({
  yi: fc.integer({ min: -4096, max: 4096 }).map((n) => n / 1024),
  vi: fc.double({ min: -3, max: 1, noNaN: true }).map((exponent) => 10 ** exponent),
  weeks: fc.integer({ min: 0, max: 52 }),
  sessions: fc.integer({ min: 1, max: 30 }),
});

/** Studies with moderators; two or more of each of three sham treatments. */
const studies: fc.Arbitrary<readonly Moderated[]> = fc
  .array(study, { minLength: 7, maxLength: 14 })
  .map((rows) => rows.map((row, i) => ({ study: `s${i}`, measure: "SMD", ...row, sham: ["a", "b", "c"][i % 3]! })));

const choices = fc.record({
  tau2: fc.constantFrom(...tau2Methods),
  interval: fc.constantFrom(...(Object.keys(regressionIntervals) as RegressionIntervalMethod[])),
});

/** Fits whose columns nearly follow from each other keep fewer digits. */
const isSound = ({ aliased, collinearity }: MetaRegression) =>
  aliased.length === 0 && collinearity.conditionNumber < 1e3;

const FORMULA = "~ weeks + sham * sessions";

function expectSameFit(one: MetaRegression, other: MetaRegression): void {
  const unit = Math.max(...one.studies.map(({ vi }) => vi + one.tau2.value));
  expectNear(other.tau2.value, one.tau2.value, { unit, part: 1e-7 });
  expectNear(other.heterogeneity.QE, one.heterogeneity.QE, { unit: 1, part: 1e-8 });
  expectNear(other.fit.ML.logLik, one.fit.ML.logLik, { unit: 1, part: 1e-7 });
  for (const [i, { fitted }] of one.studies.entries())
    expectNear(other.studies[i]!.fitted, fitted, { unit: Math.sqrt(unit), part: 1e-6 });
}

test("the order of studies does not matter", () => {
  const shuffled = studies.chain((effects) =>
    fc.tuple(fc.constant(effects), fc.shuffledSubarray([...effects], { minLength: effects.length })),
  );
  fc.assert(
    fc.property(shuffled, choices, ([effects, others], options) => {
      const one = metaRegression(effects, { ...options, moderators: FORMULA });
      const other = metaRegression(others, { ...options, moderators: FORMULA });
      fc.pre(isSound(one));
      expect(other.coefficients.map(({ name }) => name)).toEqual(one.coefficients.map(({ name }) => name));
      const inOrder = effects.map(({ study: name }) => other.studies.find((row) => row.study === name)!);
      expectSameFit(one, { ...other, studies: inOrder });
    }),
  );
});

test("a moderator in another unit, from another origin, is the same moderator", () => {
  fc.assert(
    fc.property(
      studies,
      choices,
      fc.integer({ min: -6, max: 6 }),
      fc.integer({ min: -9, max: 9 }),
      (effects, options, power, shift) => {
        const unit = 2 ** power;
        const moved = effects.map((effect) => ({ ...effect, weeks: unit * (effect.weeks + shift) }));
        const one = metaRegression(effects, { ...options, moderators: "~ weeks + sham" });
        const other = metaRegression(moved, { ...options, moderators: "~ weeks + sham" });
        fc.pre(isSound(one) && isSound(other));
        expectSameFit(one, other);
        const [slope, slopeMoved] = [one.coefficients[1]!, other.coefficients[1]!];
        expectNear(unit * slopeMoved.estimate, slope.estimate, { unit: slope.se, part: 1e-6 });
        expectNear(unit * slopeMoved.se, slope.se, { part: 1e-6 });
        expectNear(other.omnibus!.p, one.omnibus!.p, { unit: 1, part: 1e-6 });
      },
    ),
  );
});

test("another reference, or sums in place of treatments, changes coefficients and no fitted effect", () => {
  const recoded = fc.constantFrom<Partial<MetaRegressionOptions>>(
    { reference: { sham: "b" } },
    { reference: { sham: "c" } },
    { coding: { sham: "sum" } },
    { coding: { sham: "sum" }, reference: { sham: "a" } },
  );
  fc.assert(
    fc.property(studies, choices, recoded, (effects, options, coding) => {
      const one = metaRegression(effects, { ...options, moderators: FORMULA });
      const other = metaRegression(effects, { ...options, ...coding, moderators: FORMULA });
      fc.pre(isSound(one) && isSound(other));
      expectSameFit(one, other);
      expectNear(other.omnibus!.p, one.omnibus!.p, { unit: 1, part: 1e-6 });
      const last = { sham: "c", sessions: 10, weeks: 8 };
      expectNear(predictAt(other, last)[0]!.se, predictAt(one, last)[0]!.se, { part: 1e-5 });
    }),
  );
});

test("a factor in a model without a constant is the same model, and the polynomial is that of powers", () => {
  fc.assert(
    fc.property(studies, choices, (effects, options) => {
      for (const [a, b] of [
        ["~ sham + weeks", "~ 0 + sham + weeks"],
        ["~ poly(sessions, 2)", "~ sessions + I(sessions^2)"],
        ["~ sham * sessions", "~ 0 + sham + sham:sessions"],
      ] as const) {
        const one = metaRegression(effects, { ...options, moderators: a });
        const other = metaRegression(effects, { ...options, moderators: b });
        if (isSound(one) && isSound(other)) expectSameFit(one, other);
      }
    }),
  );
});

test("one factor is subgroups with a common τ²", () => {
  fc.assert(
    fc.property(studies, fc.constantFrom(...tau2Methods), (effects, tau2) => {
      const options = { tau2, interval: "z" } as const;
      const groups = subgroups(effects, { ...options, by: effects.map(({ sham }) => sham), commonTau2: true });
      const fit = metaRegression(effects, { ...options, moderators: "~ sham" });
      const unit = Math.max(...effects.map(({ vi }) => vi));
      expectNear(fit.tau2.value, groups.commonTau2!.value, { unit, part: 1e-7 });
      for (const { label, fit: group } of groups.groups) {
        const [mean] = predictAt(fit, { sham: label });
        expectNear(mean!.estimate, group.estimate, { unit: group.se, part: 1e-6 });
        expectNear(mean!.se, group.se, { part: 1e-6 });
      }
      expectNear(fit.omnibus!.statistic!, groups.between.random!.Q, { unit: 1, part: 1e-6 });
      expect(fit.omnibus!.df1).toBe(groups.between.random!.df);
      expectNear(fit.heterogeneity.QE, groups.within.Q, { unit: 1, part: 1e-9 });
    }),
  );
});

test("a mean alone is pool's", () => {
  fc.assert(
    fc.property(studies, choices, (effects, options) => {
      const mean = pool(effects, options);
      const fit = metaRegression(effects, { ...options, moderators: "~ 1" });
      const [coefficient] = fit.coefficients;
      const unit = mean.se;
      expectNear(coefficient!.estimate, mean.estimate, { unit });
      expectNear(coefficient!.ci.lower, mean.ci.lower, { unit });
      expectNear(coefficient!.p, mean.ci.p, { unit: 1e-6, part: 1e-6 });
      expect({ ...fit.tau2, ci: null }).toEqual({ ...mean.tau2, ci: null });
      expectNear(fit.tau2.ci?.upper ?? 0, mean.tau2.ci?.upper ?? 0);
      expectNear(fit.heterogeneity.I2, mean.heterogeneity.I2, { unit: 1 });
      expectNear(fit.fit.REML!.AICc, mean.fit.REML!.AICc, { unit: 1 });
      const [at] = predictAt(fit, {});
      expectNear(at!.pi?.upper ?? 0, mean.pi?.upper ?? 0, { unit });
    }),
  );
});

test("a moderator twice is the moderator once", () => {
  fc.assert(
    fc.property(studies, choices, (effects, options) => {
      const doubled = effects.map((effect) => ({ ...effect, months: effect.weeks / 4 }));
      const one = metaRegression(effects, { ...options, moderators: "~ weeks + sham" });
      const other = metaRegression(doubled, { ...options, moderators: "~ weeks + sham + months" });
      fc.pre(isSound(one));
      expect(other.coefficients).toEqual(one.coefficients);
      expect(other.aliased.map(({ name }) => name)).toEqual(["months"]);
      expect(other.omnibus).toEqual(one.omnibus);
    }),
  );
});

test("no restricted likelihood is higher than that at the τ² found", () => {
  fc.assert(
    fc.property(studies, fc.double({ min: -3, max: 2, noNaN: true }), (effects, exponent) => {
      const fit = metaRegression(effects, { moderators: "~ weeks + sham", tau2: "REML" });
      fc.pre(isSound(fit));
      const added = 10 ** exponent;
      const more = effects.map((effect) => ({ ...effect, vi: effect.vi + added }));
      const elsewhere = metaRegression(more, { moderators: "~ weeks + sham", tau2: "EE" });
      expect(elsewhere.fit.REML!.logLik).toBeLessThanOrEqual(fit.fit.REML!.logLik + 1e-9);
    }),
  );
});

test("no result holds NaN or infinity, and every test of a term is one of its own columns", () => {
  const formulas = fc.constantFrom(
    FORMULA,
    "~ 0 + sham:weeks",
    "~ rcs(weeks, c(4, 12, 26)) * sham",
    "~ poly(weeks, 3) + factor(sessions)",
    "~ (weeks + sessions + sham)^3",
    "~ weeks + I(2 * weeks) + I(weeks - weeks)",
  );
  fc.assert(
    fc.property(studies, choices, formulas, (effects, options, moderators) => {
      fc.pre(new Set(effects.map(({ weeks }) => weeks)).size > 3);
      fc.pre(new Set(effects.map(({ sessions }) => sessions)).size > 1);
      const fit = metaRegression(effects, { ...options, moderators });
      expect(faults(fit)).toEqual([]);
      expect(faults(predictAt(fit, effects.slice(0, 3)))).toEqual([]);
      expect(fit.coefficients.length + fit.aliased.length).toBe(fit.design.names.length);
      const kept = new Set(fit.coefficients.map(({ name }) => name));
      for (const { term, columns } of fit.design.terms) {
        const own = columns.map((column) => fit.design.names[column]!).filter((name) => kept.has(name));
        if (own.length > 0) expect(waldTest(fit, [term]).names).toEqual(own);
      }
    }),
  );
});
