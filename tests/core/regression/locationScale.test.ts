import {
  type Effect,
  type LocationScaleOptions,
  locationScale,
  metaRegression,
  pool,
  type RegressionIntervalMethod,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hessianOfGradient } from "../../../packages/core/src/numerics/hessian.ts";
import { centralGradient } from "../../../packages/core/src/numerics/minimise.ts";
import { curvedLikelihood } from "../../../packages/core/src/regression/locationScale/likelihood.ts";
import { logVariancesOf } from "../../../packages/core/src/regression/locationScale/logVariances.ts";
import { effectLists } from "../../properties/effectLists.ts";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";
import { bcg } from "./bcg.ts";

const coded = (code: string) => expect.objectContaining({ code });
const codesOf = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);
const methods = ["ML", "REML"] as const;

interface Scaled extends Effect<"SMD"> {
  readonly z: number;
  readonly half: string;
}

/** Effects whose spread may grow with z, which is no multiple of anything. */
const scaled = (sizes: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<readonly Scaled[]> =>
  effectLists({ minLength: 8, maxLength: 20, ...sizes }).map((list) =>
    list.map((effect, i) => ({
      ...effect,
      vi: Math.max(effect.vi, 1e-3),
      z: Math.sin(i + 1),
      half: i % 2 === 0 ? "even" : "odd",
    })),
  );

/** What metafor 3.8-1 prints for rma(yi, vi, mods = ~ ablat, scale = ~ ablat); its second derivatives are numeric. */
describe("R's location-scale model", () => {
  test.each([
    [
      "ML",
      [0.304468034, -0.0297726914],
      [-4.95749068, 0.03859326],
      [3.26758827, 0.0730425728],
      -7.53929025,
      0.292750557,
    ],
    [
      "REML",
      [0.251476043, -0.0291105217],
      [-2.54250105, -7.30144771e-4],
      [3.4197583, 0.0795735464],
      -8.08727793,
      8.42660743e-5,
    ],
  ] as const)("by %s", (method, beta, alpha, se, logLik, ratio) => {
    const fit = locationScale(bcg, { moderators: "~ ablat", scale: "~ ablat", method, test: "z" });
    for (const [i, { estimate }] of fit.location.coefficients.entries()) expect(estimate).toBeCloseTo(beta[i]!, 6);
    for (const [i, one] of fit.scale.coefficients.entries()) {
      expect(one.estimate).toBeCloseTo(alpha[i]!, 5);
      expectNear(one.se!, se[i]!, { part: 1e-4 });
    }
    expect(fit.fit.logLik).toBeCloseTo(logLik, 7);
    expect(fit.scale.likelihoodRatio?.statistic).toBeCloseTo(ratio, 7);
  });

  test.each<[RegressionIntervalMethod, number, number, number, number, number]>([
    ["z", 0.0049838512, 0.597244875, 35.6866726, 0.279171325, -11.361846],
    ["HKSJ", 0.00668637246, 0.607739874, 19.8269112, 0.279171325, -12.149404],
  ])("test %s, by ML", (chosen, se, pScale, QM, QS, lower) => {
    const options = { moderators: "~ ablat", scale: "~ ablat", method: "ML", test: chosen } as const;
    const { location, scale } = locationScale(bcg, options);
    expect(location.coefficients[1]!.se).toBeCloseTo(se, 8);
    expect(location.omnibus!.statistic).toBeCloseTo(QM, 4);
    expect(scale.coefficients[1]!.p).toBeCloseTo(pScale, 6);
    expect(scale.omnibus!.statistic).toBeCloseTo(QS, 6);
    expect(scale.omnibus!.p).toBeCloseTo(pScale, 6);
    expect(scale.coefficients[0]!.ci!.lower).toBeCloseTo(lower, 4);
  });

  test("information criteria", () => {
    const ofML = locationScale(bcg, { moderators: "~ ablat", scale: "~ ablat", method: "ML" }).fit;
    expect([ofML.AIC, ofML.BIC, ofML.AICc]).toEqual(
      [23.0785805, 25.3383779, 28.0785805].map((n) => expect.closeTo(n, 6)),
    );
    const ofREML = locationScale(bcg, { moderators: "~ ablat", scale: "~ ablat" }).fit;
    expect([ofREML.AIC, ofREML.BIC, ofREML.AICc]).toEqual(
      [24.1745559, 25.7661369, 30.8412225].map((n) => expect.closeTo(n, 6)),
    );
  });
});

test.each(methods)("slope and second derivatives of the likelihood by %s are those of its values", (method) => {
  fc.assert(
    fc.property(
      scaled(),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (effects, at) => {
        const column = (of: (effect: Scaled, i: number) => number) => Float64Array.from(effects, of);
        const design = {
          X: [column(() => 1), column((_, i) => i % 3)],
          y: column(({ yi }) => yi),
          v: column(({ vi }) => vi),
        };
        const Z = [column(() => 1), column(({ z }) => z), column((_, i) => i % 5)];
        const logVariances = logVariancesOf(
          Z,
          effects.map((_, i) => i),
        );
        const evaluate = curvedLikelihood({ design, logVariances, isRestricted: method === "REML" });
        const gamma = Float64Array.from(at);
        const { gradient, hessian, value } = evaluate(gamma);
        const unit = 1 + Math.abs(value);
        for (const [i, each] of centralGradient((x) => evaluate(x).value)(gamma).entries())
          expectNear(gradient[i]!, each, { unit, part: 1e-6 });
        for (const [i, each] of hessianOfGradient((x) => evaluate(x).gradient, gamma).entries())
          expectNear(hessian[i]!, each, { unit, part: 1e-6 });
      },
    ),
  );
});

describe.each(methods)("by %s", (method) => {
  test("one τ² for all is metaRegression", () => {
    fc.assert(
      fc.property(
        scaled(),
        fc.constantFrom<RegressionIntervalMethod>("z", "t", "HKSJ", "HKSJ-adhoc"),
        (effects, chosen) => {
          const fit = locationScale(effects, { moderators: "~ z", scale: "~ 1", method, test: chosen });
          const plain = metaRegression(effects, { moderators: "~ z", tau2: method, interval: chosen });
          expectNear(fit.fit.logLik, plain.fit[method]!.logLik, { unit: 1, part: 1e-8 });
          expectNear(fit.studies[0]!.tau2, plain.tau2.value, { unit: 1e-3, part: 1e-3 });
          for (const [i, { estimate, se }] of fit.location.coefficients.entries()) {
            expectNear(estimate, plain.coefficients[i]!.estimate, { unit: 0.1, part: 1e-3 });
            expectNear(se, plain.coefficients[i]!.se, { unit: 0.1, part: 1e-3 });
          }
          expect(fit.scale.likelihoodRatio).toBeNull();
        },
      ),
    );
  });

  test("means and τ² of groups of their own are those of each group pooled alone, τ² = 0 too", () => {
    fc.assert(
      fc.property(scaled(), (effects) => {
        const fit = locationScale(effects, { moderators: "~ half", scale: "~ half", method, test: "z" });
        for (const half of ["even", "odd"]) {
          const group = effects.filter((effect) => effect.half === half);
          const pooled = pool(group, { tau2: method, interval: "z" });
          const { tau2, fitted } = fit.studies[effects.findIndex((effect) => effect.half === half)]!;
          const unit = pooled.heterogeneity.typicalVariance!;
          expectNear(tau2, pooled.tau2.value, { unit, part: 1e-3 });
          expectNear(fitted, pooled.estimate, { unit: 0.1, part: 1e-2 });
        }
      }),
    );
  });

  test("a small τ² is not taken for 0 in the one study of a group whose sampling variance is large", () => {
    const effects = [0, 0, 0, 0, 0, 0, 2.4052734375, 0, 1.322265625, 0].map((yi, i) => ({
      ...{ study: `s${i}`, measure: "SMD" as const, yi, vi: i === 0 ? 17.145525885673695 : 1 },
      half: i % 2 === 0 ? "even" : "odd",
    }));
    const fit = locationScale(effects, { moderators: "~ half", scale: "~ half", method, test: "z" });
    const even = new Set(fit.studies.filter((_, i) => i % 2 === 0).map(({ tau2 }) => tau2.toPrecision(9)));
    expect(even.size).toBe(1);
  });

  test("no log-variances have a higher likelihood, nearby or far off", () => {
    const shifts = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(scaled(), shifts, (effects, [level, slope]) => {
        const fit = locationScale(effects, { scale: "~ z", method });
        const y = Float64Array.from(effects, ({ yi }) => yi);
        const v = Float64Array.from(effects, ({ vi }) => vi);
        const X = [new Float64Array(y.length).fill(1)];
        const Z = [X[0]!, Float64Array.from(effects, ({ z }) => z)];
        const logVariances = logVariancesOf(
          Z,
          effects.map((_, i) => i),
        );
        const evaluate = curvedLikelihood({ design: { X, y, v }, logVariances, isRestricted: method === "REML" });
        const constant =
          method === "ML"
            ? -0.5 * y.length * Math.log(2 * Math.PI)
            : 0.5 * Math.log(y.length) - 0.5 * (y.length - 1) * Math.log(2 * Math.PI);
        const { value } = evaluate(Float64Array.of(level! * Math.sqrt(y.length), slope! * Math.sqrt(y.length)));
        expect(fit.fit.logLik).toBeGreaterThan(constant - value - 1e-7);
      }),
    );
  });

  test("the order of studies and the unit of a moderator change nothing; that of effects moves the constant", () => {
    fc.assert(
      fc.property(scaled(), (effects) => {
        const options = { scale: "~ z", method, test: "z" } as const;
        const fit = locationScale(effects, options);
        const others = [
          locationScale([...effects].reverse(), options),
          locationScale(
            effects.map((effect) => ({ ...effect, z: 8 * effect.z })),
            options,
          ),
          locationScale(
            effects.map((effect) => ({ ...effect, yi: 4 * effect.yi, vi: 16 * effect.vi })),
            options,
          ),
        ];
        const k = method === "ML" ? effects.length : effects.length - 1;
        const shifts = [0, 0, -k * Math.log(4)];
        for (const [i, other] of others.entries())
          expectNear(other.fit.logLik, fit.fit.logLik + shifts[i]!, { unit: 1, part: 1e-8 });
        fc.pre(fit.scale.vcov !== null && others.every(({ scale }) => scale.vcov !== null));
        fc.pre(fit.convergence.condition! < 1e4 && Math.abs(fit.scale.coefficients[1]!.estimate!) < 20);
        const slope = fit.scale.coefficients[1]!;
        const near = { unit: slope.se!, part: 1e-3 };
        expectNear(others[0]!.scale.coefficients[1]!.estimate!, slope.estimate!, near);
        expectNear(others[1]!.scale.coefficients[1]!.estimate! * 8, slope.estimate!, near);
        expectNear(others[2]!.scale.coefficients[1]!.estimate!, slope.estimate!, near);
        const moved = fit.scale.coefficients[0]!.estimate! + Math.log(16);
        expectNear(others[2]!.scale.coefficients[0]!.estimate!, moved, { unit: 1, part: 1e-3 });
      }),
      { numRuns: 40 },
    );
  });
});

test("finds the coefficients that data were drawn from", () => {
  const normals = (seed: number) => {
    let state = seed;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  };
  const draw = normals(4);
  const z = Array.from({ length: 600 }, draw);
  const effects = z.map((each, i) => {
    const vi = 0.02 + 0.01 * (i % 5);
    return {
      study: `s${i}`,
      measure: "SMD" as const,
      yi: 0.3 + 0.2 * each + Math.sqrt(Math.exp(-2 + 0.8 * each) + vi) * draw(),
      vi,
      z: each,
    };
  });
  const { location, scale } = locationScale(effects, { moderators: "~ z", scale: "~ z" });
  const truth = [0.3, 0.2, -2, 0.8];
  for (const [i, { estimate, se }] of [...location.coefficients, ...scale.coefficients].entries())
    expect(Math.abs(estimate! - truth[i]!)).toBeLessThan(3.5 * se!);
  expect(scale.likelihoodRatio?.p).toBeLessThan(1e-6);
});

describe("where τ² goes to 0", () => {
  test("in one group, the other still has its own, and no coefficient is infinite", () => {
    const effects = effectsOf([0.3, 0.31, 0.29, 0.3, 1, -1, 0.5, 2], new Array(8).fill(0.05)).map((effect, i) => ({
      ...effect,
      group: i < 4 ? "alike" : "unlike",
    }));
    const fit = locationScale(effects, { scale: "~ 0 + group", test: "z" });
    expect(fit.scale.coefficients.map(({ name, estimate }) => [name, estimate === null])).toEqual([
      ["groupalike", true],
      ["groupunlike", false],
    ]);
    expect(fit.scale.coefficients[1]!.se).toBeGreaterThan(0);
    expect(fit.studies[5]!.tau2).toBeCloseTo(Math.exp(fit.scale.coefficients[1]!.estimate!), 8);
    expect(fit.studies[0]).toMatchObject({ tau2: 0, tau2Ci: null });
    expect(fit.convergence.withoutHeterogeneity).toEqual(["s1", "s2", "s3", "s4"]);
    expect(codesOf(fit)).toContain("NO_FINITE_SCALE");
    expect(fit.scale.vcov).toBeNull();
  });

  test("in all studies, the fit is that of a common effect", () => {
    const effects = edgeCases["effects closer together than chance"]!.map((effect, z) => ({ ...effect, z }));
    const fit = locationScale(effects, { scale: "~ z", test: "z" });
    expect(fit.studies.map(({ tau2 }) => tau2)).toEqual([0, 0, 0]);
    const { estimate, ci } = pool(effects, { tau2: "EE", interval: "z" });
    expect(fit.location.coefficients[0]).toMatchObject({
      estimate: expect.closeTo(estimate, 10),
      se: expect.closeTo(ci.se, 10),
    });
    expect(fit.scale.likelihoodRatio?.statistic).toBeCloseTo(0, 8);
  });
});

test("columns of the scale that follow from others have no coefficient and are named", () => {
  const effects = bcg.map((effect) => ({ ...effect, twice: 2 * effect.ablat }));
  const fit = locationScale(effects, { scale: "~ ablat + twice" });
  expect(fit.scale.coefficients.map(({ name }) => name)).toEqual(["intrcpt", "ablat"]);
  expect(fit.scale.aliased).toEqual([{ name: "twice", follows: [{ name: "ablat", weight: 2 }] }]);
  expect(codesOf(fit)).toContain("ALIASED");
});

test("a τ² that no study tells is not given a standard error", () => {
  const effects = effectsOf([0.1, 0.9, -0.4, 1.2, 0.3], new Array(5).fill(0.05)).map((effect, i) => ({
    ...effect,
    group: i === 0 ? "alone" : "others",
  }));
  const fit = locationScale(effects, { moderators: "~ group", scale: "~ group" });
  expect(codesOf(fit)).toContain("NOT_IDENTIFIED");
  expect(fit.scale.coefficients.map(({ se }) => se)).toEqual([null, null]);
  const { tau2 } = pool(effects.slice(1));
  expect(fit.studies[4]!.tau2).toBeCloseTo(tau2.value, 4);
});

test("moderators of either part may be missing", () => {
  const effects = bcg.map(({ ablat, ...rest }, i) => ({
    ...rest,
    ...(i !== 2 && { ablat }),
    year: i === 5 ? null : 1950 + ((3 * i) % 11),
  }));
  const options = { moderators: "~ year", scale: "~ ablat" } as const;
  expect(() => locationScale(effects, options)).toThrow(coded("MISSING_MODERATOR"));
  const fit = locationScale(effects, { ...options, missing: "leave out" });
  expect(fit.k).toBe(11);
  expect(fit.leftOut).toEqual([
    { study: "trial 3", missing: ["ablat"] },
    { study: "trial 6", missing: ["year"] },
  ]);
  const complete = effects.filter((_, i) => i !== 2 && i !== 5);
  expect(locationScale(complete, options).fit.logLik).toBe(fit.fit.logLik);
  const matrix = { names: ["one", "ablat"], rows: effects.map(({ ablat }) => [1, ablat ?? Number.NaN]) };
  expect(locationScale(effects, { moderators: "~ year", scale: matrix, missing: "leave out" }).fit.logLik).toBe(
    fit.fit.logLik,
  );
});

test.each<[string, object, string]>([
  ["no scale", {}, "NOT_MODERATORS"],
  ["a scale that is a number", { scale: 3 }, "NOT_MODERATORS"],
  ["a scale without columns", { scale: "~ 0" }, "NOT_MODERATORS"],
  ["a mean without columns", { scale: "~ 1", moderators: "~ 0" }, "NO_COEFFICIENTS"],
  ["moderators that are null", { scale: "~ 1", moderators: null }, "NOT_MODERATORS"],
  ["R's name of an option", { scale: "~ 1", mods: "~ ablat" }, "UNKNOWN_OPTION"],
  ["a method that maximises no likelihood", { scale: "~ 1", method: "DL" }, "UNKNOWN_CHOICE"],
  ["R's name of a test", { scale: "~ 1", test: "knha" }, "UNKNOWN_CHOICE"],
  ["a level above 1", { scale: "~ 1", level: 95 }, "LEVEL_OUT_OF_RANGE"],
  ["a formula that can't be read", { scale: "~ ablat +" }, "FORMULA_SYNTAX"],
  ["a moderator that no study has", { scale: "~ weeks" }, "UNKNOWN_MODERATOR"],
  ["a matrix of another length", { scale: { names: ["a"], rows: [[1], [1]] } }, "BAD_MODEL_MATRIX"],
  ["no policy of that name", { scale: "~ 1", missing: "drop" }, "UNKNOWN_CHOICE"],
])("refuses %s", (_, options, code) => {
  expect(() => locationScale(bcg, options as LocationScaleOptions)).toThrow(coded(code));
});

test("refuses fewer studies than coefficients, and says how many are needed", () => {
  expect(() => locationScale(bcg.slice(0, 3), { moderators: "~ ablat", scale: "~ ablat" })).toThrow(/at least 4/);
});

test.each(Object.entries(edgeCases).filter(([, { length }]) => length > 2))(
  "every number of %s is finite",
  (_, effects) => {
    const rows = effects.map((effect, i) => ({ ...effect, z: Math.cos(i), group: i % 2 === 0 }));
    for (const method of methods)
      for (const scale of ["~ 1", "~ z", "~ 0 + group"])
        for (const chosen of ["z", "HKSJ"] as const)
          expect(faults(locationScale(rows, { scale, method, test: chosen }))).toEqual([]);
  },
);
