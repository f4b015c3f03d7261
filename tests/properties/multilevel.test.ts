import {
  type MetaRegressionOptions,
  type Multilevel,
  type MultilevelOptions,
  metaRegression,
  multilevel,
  pool,
  type RandomEffect,
  robust,
  type SamplingBlock,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NestedEffect, nestedEffects } from "../core/multilevel/nestedEffects.ts";
import { expectNear } from "./near.ts";

const methods = fc.constantFrom("ML", "REML");
const randoms: fc.Arbitrary<RandomEffect> = fc.constantFrom<RandomEffect>(
  "~ 1 | trial/outcome",
  "~ 1 | trial",
  "~ outcome | trial",
  { inner: "outcome", outer: "trial", structure: "DIAG" },
);
const moderators = fc.constantFrom("~ 1", "~ weeks", "~ outcome");

/** Correlated sampling errors of the effects of a trial. */
function correlated(effects: readonly NestedEffect[], rho: number): readonly SamplingBlock[] {
  const rowsOf = (trial: string) => [...effects.keys()].filter((row) => effects[row]!.trial === trial);
  return [...new Set(effects.map(({ trial }) => trial))].map(rowsOf).map((rows) => ({
    rows,
    matrix: rows.map((a) => rows.map((b) => (a === b ? 1 : rho) * Math.sqrt(effects[a]!.vi * effects[b]!.vi))),
  }));
}

/** A likelihood that is flat around its maximum leaves its place to rounding. */
const isSharp = ({ convergence, warnings }: Multilevel) => warnings.length === 0 && (convergence.condition ?? 1) < 1e4;

/** Covariances of the random effects: a correlation of effects that do not vary means nothing. */
const covariances = ({ random }: Multilevel) => random.flatMap(({ G }) => G.flat());

/** Fitted effects of the fixed part. */
const fitted = ({ data, coefficients }: Multilevel) =>
  data.X.rows.map((row) => row.reduce((sum, each, i) => sum + each * coefficients[i]!.estimate, 0));

function expectAll(got: readonly number[], expected: readonly number[], part: number): void {
  expect(got).toHaveLength(expected.length);
  for (const [i, each] of expected.entries()) expectNear(got[i]!, each, { unit: 1, part });
}

function expectSameFit(one: Multilevel, other: Multilevel): void {
  expectNear(other.fit.logLik, one.fit.logLik, { unit: 1, part: 1e-7 });
  expectNear(other.heterogeneity.QE, one.heterogeneity.QE, { unit: 1, part: 1e-8 });
  if (!isSharp(one)) return;
  expectAll(covariances(other), covariances(one), 1e-4);
  expectNear(other.omnibus.statistic, one.omnibus.statistic, { unit: 1, part: 1e-3 });
}

describe("multilevel models", () => {
  test("the order of effects does not matter", () => {
    const shuffled = nestedEffects().chain((effects) =>
      fc.tuple(fc.constant(effects), fc.shuffledSubarray([...effects.keys()], { minLength: effects.length })),
    );
    fc.assert(
      fc.property(shuffled, methods, randoms, moderators, ([effects, order], method, random, fixed) => {
        const fit = (list: readonly NestedEffect[]) =>
          multilevel(list, { method, random, moderators: fixed, V: correlated(list, 0.5) } as MultilevelOptions);
        fc.pre(effects.length > 4 && new Set(effects.map(({ outcome }) => outcome)).size === 3);
        const one = fit(effects);
        const other = fit(order.map((row) => effects[row]!));
        expectSameFit(one, other);
        const inOrder = effects.map((_, row) => order.indexOf(row));
        const means = fitted(other);
        if (isSharp(one))
          expectAll(
            inOrder.map((place) => means[place]!),
            fitted(one),
            1e-4,
          );
      }),
      { numRuns: 60 },
    );
  });

  test("a moderator in another unit, from another origin, is the same moderator", () => {
    const units = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(nestedEffects(), methods, randoms, units, (effects, method, random, [power, shift]) => {
        const unit = 2 ** power;
        const moved = effects.map((effect) => ({ ...effect, weeks: unit * (effect.weeks + shift) }));
        fc.pre(new Set(effects.map(({ weeks }) => weeks)).size > 1 && effects.length > 4);
        const options = { method, random, moderators: "~ weeks", test: "z" } as const;
        const [one, other] = [multilevel(effects, options), multilevel(moved, options)];
        expectSameFit(one, other);
        if (!isSharp(one)) return;
        expectAll(fitted(other), fitted(one), 1e-5);
        const [slope, moving] = [one.coefficients[1]!, other.coefficients[1]!];
        expectNear(unit * moving.estimate, slope.estimate, { unit: slope.ci.se, part: 1e-4 });
        expectNear(unit * moving.ci.se, slope.ci.se, { part: 1e-4 });
        const constant = one.coefficients[0]!.estimate - shift * slope.estimate;
        expectNear(other.coefficients[0]!.estimate, constant, { unit: 1 + one.coefficients[0]!.ci.se, part: 1e-4 });
      }),
      { numRuns: 60 },
    );
  });

  test("every trial twice, under another name: ML variances stay, those of the coefficients are halved", () => {
    fc.assert(
      fc.property(nestedEffects(), randoms, moderators, (effects, random, fixed) => {
        fc.pre(new Set(effects.map(({ outcome }) => outcome)).size === 3 && effects.length > 4);
        const twice = [...effects, ...effects.map((effect) => ({ ...effect, trial: `${effect.trial} again` }))];
        const fit = (list: readonly NestedEffect[]) =>
          multilevel(list, { random, moderators: fixed, method: "ML", test: "z", V: correlated(list, 0.3) });
        const [one, other] = [fit(effects), fit(twice)];
        expectNear(other.fit.logLik, 2 * one.fit.logLik, { unit: 1, part: 1e-7 });
        expectNear(other.heterogeneity.QE, 2 * one.heterogeneity.QE, { unit: 1, part: 1e-8 });
        if (!isSharp(one)) return;
        expectAll(covariances(other), covariances(one), 1e-4);
        expectAll(fitted(other).slice(0, effects.length), fitted(one), 1e-4);
        for (const [i, row] of one.vcov.entries())
          for (const [j, each] of row.entries())
            expectNear(other.vcov[i]![j]!, each / 2, {
              unit: Math.sqrt(one.vcov[i]![i]! * one.vcov[j]![j]!),
              part: 1e-4,
            });
      }),
      { numRuns: 60 },
    );
  });
});

describe("one effect for each trial", () => {
  const lone = nestedEffects({ trials: 6, most: 14 }).map((effects) =>
    effects.map((effect, i) => ({ ...effect, study: `s${i}`, trial: `s${i}`, sham: ["a", "b", "c"][i % 3]! })),
  );
  const random = fc.constantFrom<RandomEffect>("~ 1 | study", "~ 1 | effect", {
    inner: "study",
    outer: "measure",
    structure: "ID",
  });

  test("with a mean is pool's", () => {
    fc.assert(
      fc.property(lone, methods, random, (effects, method, by) => {
        const fit = multilevel(effects, { random: by, method, test: "z" } as MultilevelOptions);
        const mean = pool(effects, { tau2: method as "ML", interval: "z" });
        const [coefficient] = fit.coefficients;
        const unit = mean.se;
        expectNear(fit.fit.logLik, mean.fit[method as "ML"].logLik, { unit: 1, part: 1e-8 });
        expectNear(covariances(fit)[0]!, mean.tau2.value, { unit: unit ** 2, part: 1e-5 });
        expectNear(coefficient!.estimate, mean.estimate, { unit, part: 1e-5 });
        expectNear(coefficient!.ci.se, mean.se, { part: 1e-5 });
        expectNear(coefficient!.ci.p, mean.ci.p, { unit: 1, part: 1e-5 });
        expectNear(fit.heterogeneity.QE, mean.heterogeneity.Q, { unit: 1, part: 1e-9 });
      }),
    );
  });

  test("with moderators is metaRegression's, and robust variances are the same", () => {
    fc.assert(
      fc.property(lone, methods, fc.constantFrom("~ sham", "~ 0 + sham", "~ weeks"), (effects, method, fixed) => {
        fc.pre(new Set(effects.map(({ weeks }) => weeks)).size > 1);
        const options = { tau2: method, interval: "z", moderators: fixed } as MetaRegressionOptions;
        const one = metaRegression(effects, options);
        const other = multilevel(effects, {
          random: "~ 1 | study",
          method: method as "ML",
          test: "z",
          moderators: fixed,
        });
        expectNear(other.fit.logLik, one.fit[method as "ML"].logLik, { unit: 1, part: 1e-8 });
        expectNear(covariances(other)[0]!, one.tau2.value, { unit: 1, part: 1e-5 });
        expectAll(
          fitted(other),
          one.studies.map((study) => study.fitted),
          1e-5,
        );
        expectAll(other.vcov.flat(), one.vcov.flat(), 1e-5);
        const cluster = effects.map((_, i) => Math.floor(i / 2));
        const [a, b] = [robust(one, { cluster }), robust(other, { cluster })];
        expectAll(
          b.coefficients.map(({ ci }) => ci!.se),
          a.coefficients.map(({ ci }) => ci!.se),
          1e-5,
        );
      }),
      { numRuns: 60 },
    );
  });
});
