import {
  type Multilevel,
  type MultilevelOptions,
  multilevel,
  pool,
  randomEffects,
  type StructureId,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectNear } from "../../properties/near.ts";
import { effectsOf } from "../effectsOf.ts";
import { type NestedEffect, nestedEffects, periodontal } from "./nestedEffects.ts";

const byTrial = (effects: readonly NestedEffect[], options: MultilevelOptions) => multilevel(effects, options);
const structured = (structure: StructureId, inner = "outcome") =>
  ({ random: { inner, outer: "trial", structure } }) as const;

describe("one effect for each trial", () => {
  const single = fc
    .array(
      fc.record({ yi: fc.double({ min: -2, max: 2, noNaN: true }), vi: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
      {
        minLength: 3,
        maxLength: 12,
      },
    )
    .map((rows) =>
      effectsOf(
        rows.map(({ yi }) => yi),
        rows.map(({ vi }) => vi),
      ),
    );

  it.each(["REML", "ML"] as const)("is what pool finds, by %s", (method) => {
    fc.assert(
      fc.property(single, (effects) => {
        const fit = multilevel(effects, { random: "~ 1 | study", method, test: "z" });
        const pooled = pool(effects, { tau2: method, interval: "z" });
        const statistics = pooled.fit[method]!;
        expectNear(fit.fit.logLik, statistics.logLik, { unit: 1, part: 1e-8 });
        expectNear(fit.random[0]!.components[0]!.value, pooled.tau2.value, { unit: 1, part: 1e-6 });
        expectNear(fit.coefficients[0]!.estimate, pooled.estimate, { unit: 1, part: 1e-6 });
        expectNear(fit.heterogeneity.QE, pooled.heterogeneity.Q, { unit: 1 });
      }),
    );
  });
});

describe("structures that are the same model", () => {
  const likelihood = (effects: readonly NestedEffect[], options: MultilevelOptions) =>
    byTrial(effects, options).fit.logLik;

  it("CS of effects within trials is trial and effect as intercepts, where ρ is not negative", () => {
    fc.assert(
      fc.property(nestedEffects(), (effects) => {
        const compound = byTrial(effects, structured("CS"));
        const nested = byTrial(effects, { random: "~ 1 | trial/outcome" });
        expect(compound.fit.logLik).toBeGreaterThan(nested.fit.logLik - 1e-7);
        const rho = compound.random[0]!.components[1]?.value ?? 0;
        if (rho > 1e-4) expectNear(compound.fit.logLik, nested.fit.logLik, { unit: 1, part: 1e-7 });
      }),
      { numRuns: 40 },
    );
  });

  it("two levels: HCS is UN, AR is CS; HAR is HCS", () => {
    fc.assert(
      fc.property(nestedEffects(), (all) => {
        const effects = all.filter(({ outcome }) => outcome !== "pain");
        fc.pre(effects.some(({ outcome }) => outcome === "function") && effects.length > 3);
        const unit = { unit: 1, part: 1e-6 };
        expectNear(likelihood(effects, structured("HCS")), likelihood(effects, structured("UN")), unit);
        expectNear(likelihood(effects, structured("CS")), likelihood(effects, structured("AR", "weeks")), unit);
        expectNear(likelihood(effects, structured("HCS")), likelihood(effects, structured("HAR", "weeks")), unit);
      }),
      { numRuns: 40 },
    );
  });

  it("times at equal distances: CAR is AR, where ρ is not negative, with ρ per unit of time", () => {
    const effects = periodontal.map((effect) => ({ ...effect, yi: Math.abs(effect.yi) }));
    const places = byTrial(effects, structured("AR", "weeks"));
    const [apart] = [
      byTrial(
        effects.map((effect) => ({ ...effect, weeks: effect.weeks * 4 })),
        structured("CAR", "weeks"),
      ),
    ];
    const rho = places.random[0]!.components[1]!.value;
    if (rho >= 0) expectNear(apart!.random[0]!.components[1]!.value, rho ** (1 / 4), { part: 1e-6 });
    else expect(apart!.random[0]!.components[1]!.value).toBe(0);
  });

  it("a richer structure has no lower likelihood", () => {
    fc.assert(
      fc.property(nestedEffects({ trials: 4 }), (effects) => {
        const [id, cs, hcs, un, diag] = (["ID", "CS", "HCS", "UN", "DIAG"] as const).map((structure) =>
          likelihood(effects, { ...structured(structure), method: "ML" }),
        );
        expect(cs).toBeGreaterThan(id! - 1e-6);
        expect(hcs).toBeGreaterThan(cs! - 1e-6);
        expect(un).toBeGreaterThan(hcs! - 1e-6);
        expect(diag).toBeGreaterThan(id! - 1e-6);
        expect(hcs).toBeGreaterThan(diag! - 1e-6);
      }),
      { numRuns: 30 },
    );
  });
});

describe("large blocks", () => {
  it("by few shared effects is the same as with the full matrix", () => {
    const effects = Array.from({ length: 60 }, (_, i) => ({
      study: `s${i}`,
      measure: "SMD" as const,
      trial: `t${i % 3}`,
      yi: Math.sin(7 * i) + (i % 3),
      vi: 0.05 + 0.01 * (i % 7),
    }));
    const options = { random: "~ 1 | trial/effect" };
    const pair = (covariance: number) => [
      {
        rows: [0, 3],
        matrix: [
          [effects[0]!.vi, covariance],
          [covariance, effects[3]!.vi],
        ],
      },
      {
        rows: [1, 4],
        matrix: [
          [effects[1]!.vi, covariance],
          [covariance, effects[4]!.vi],
        ],
      },
      {
        rows: [2, 5],
        matrix: [
          [effects[2]!.vi, covariance],
          [covariance, effects[5]!.vi],
        ],
      },
    ];
    const lean = multilevel(effects, options);
    const full = multilevel(effects, { ...options, V: pair(1e-14) });
    expectNear(full.fit.logLik, lean.fit.logLik, { part: 1e-9 });
    expectNear(full.random[0]!.components[0]!.value, lean.random[0]!.components[0]!.value, { part: 1e-6 });
    expectNear(full.coefficients[0]!.ci.df!, lean.coefficients[0]!.ci.df!, { part: 1e-5 });
  });
});

describe("invariance", () => {
  const summary = (effects: readonly NestedEffect[], factor = 1) => {
    const fit = byTrial(
      effects.map((effect) => ({ ...effect, yi: effect.yi * factor, vi: effect.vi * factor ** 2 })),
      { random: "~ 1 | trial/outcome" },
    );
    const [coefficient] = fit.coefficients;
    const variances = fit.random.map(({ components }) => components[0]!.value / factor ** 2);
    return [
      coefficient!.estimate / factor,
      coefficient!.ci.se / factor,
      variances.reduce((sum, variance) => sum + variance),
      ...(isIdentified(fit) ? variances : []),
    ];
  };
  /** With one effect in each trial only the sum of the variances is known, and the fit says so. */
  const isIdentified = ({ warnings }: Multilevel) => warnings.every(({ code }) => code !== "NOT_IDENTIFIED");

  it("of order and of units", () => {
    fc.assert(
      fc.property(nestedEffects(), fc.constantFrom(1e-6, 0.01, 1000, 1e8), (effects, factor) => {
        const before = summary(effects);
        for (const after of [summary([...effects].reverse()), summary(effects, factor)])
          for (const [i, value] of after.entries()) expectNear(value, before[i]!, { unit: 1, part: 1e-6 });
      }),
      { numRuns: 40 },
    );
  });

  it("of naming: trials twice, under other names, have the same ML variances", () => {
    fc.assert(
      fc.property(nestedEffects(), (effects) => {
        const twice = [...effects, ...effects.map((effect) => ({ ...effect, trial: `${effect.trial} again` }))];
        const fit = (list: readonly NestedEffect[]) => byTrial(list, { random: "~ 1 | trial/outcome", method: "ML" });
        const variances = ({ random }: Multilevel) => random.map(({ components }) => components[0]!.value);
        fc.pre(isIdentified(fit(effects)));
        const before = variances(fit(effects));
        for (const [i, value] of variances(fit(twice)).entries())
          expectNear(value, before[i]!, { unit: 1, part: 1e-6 });
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is at a bound", () => {
  const same = periodontal.map((effect) => ({ ...effect, yi: 0.3 }));

  it("is exactly 0 and says so", () => {
    const fit = byTrial(same, { random: "~ 1 | trial/outcome" });
    for (const { components } of fit.random)
      expect(components[0]).toMatchObject({ value: 0, atBoundary: true, se: null });
    expect(fit.convergence.converged).toBe(true);
    expect(fit.heterogeneity.I2).toBe(0);
  });

  it("predicts no random effects", () => {
    for (const { effects } of randomEffects(byTrial(same, { random: "~ 1 | trial/outcome" })))
      for (const effect of effects) expect(effect).toMatchObject({ estimate: 0, se: 0 });
  });
});

describe("what the data do not tell", () => {
  it("is a warning: two variances of which only the sum counts", () => {
    const fit = multilevel(effectsOf([0.1, 0.9, -0.4, 0.6], [0.01, 0.01, 0.01, 0.01]), {
      random: "~ 1 | study/effect",
    });
    expect(fit.warnings.map(({ code }) => code)).toContain("NOT_IDENTIFIED");
  });

  it("columns that follow from others are named", () => {
    const rows = periodontal.map(({ outcome }) => [1, outcome === "PD" ? 1 : 0, outcome === "PD" ? 0 : 1]);
    const fit = byTrial(periodontal, { ...structured("UN"), moderators: { names: ["intrcpt", "PD", "AL"], rows } });
    expect(fit.aliased).toEqual(["AL"]);
    expect(fit.coefficients.map(({ name }) => name)).toEqual(["intrcpt", "PD"]);
  });
});

describe("degrees of freedom", () => {
  const balanced = [0.1, 0.5, 0.9, 1.4, -0.2].flatMap((mean, t) =>
    [-0.2, 0.05, 0.15].map((shift, i) => ({
      study: `s${t}${i}`,
      measure: "SMD" as const,
      trial: `t${t}`,
      yi: mean + shift,
      vi: 0.01,
    })),
  );

  it.each(["Satterthwaite", "Kenward-Roger"] as const)("of five like trials are four, by %s", (test) => {
    const [mean] = multilevel(balanced, { random: "~ 1 | trial", test }).coefficients;
    expectNear(mean!.ci.df!, 4, { part: 0.03 });
  });

  it("do not depend on what is written twice", () => {
    const once = multilevel(periodontal, { random: "~ 1 | trial" }).coefficients[0]!.ci.df!;
    const twice = multilevel(periodontal, { random: ["~ 1 | trial", "~ 1 | trial"] }).coefficients[0]!.ci.df!;
    expectNear(twice, once, { part: 1e-4 });
  });

  it("do not depend on one trial that says nothing, nor on the unit of a moderator", () => {
    const options = { random: "~ 1 | trial", moderators: "~ weeks + outcome2" };
    const effects = balanced.map((effect, i) => ({ ...effect, weeks: i % 5, outcome2: (i * 7) % 4 }));
    const fit = multilevel(effects, options);
    const inDays = multilevel(
      effects.map((effect) => ({ ...effect, weeks: 1000 * effect.weeks })),
      options,
    );
    expectNear(inDays.omnibus.df2!, fit.omnibus.df2!, { part: 1e-6 });
    const vague = { ...effects[0]!, study: "vague", trial: "vague", vi: 1e6 };
    const more = multilevel([...balanced, vague], { random: "~ 1 | trial" }).coefficients[0]!.ci.df!;
    expectNear(more, multilevel(balanced, { random: "~ 1 | trial" }).coefficients[0]!.ci.df!, { part: 1e-3 });
  });
});

describe("what can't be fitted is refused", () => {
  const pair = periodontal.slice(0, 2);
  const own = (first: number, second: number) => [
    [pair[0]!.vi, first],
    [second, pair[1]!.vi],
  ];
  it.each([
    ["BAD_RANDOM_FORMULA", { random: "~ trial" }],
    ["BAD_RANDOM_FORMULA", { random: [{ inner: "outcome", outer: "trial", struct: "UN" }] }],
    ["BAD_RANDOM_FORMULA", { random: [{ group: [] }] }],
    ["BAD_RANDOM_FORMULA", { random: [{ inner: "outcome" }] }],
    ["BAD_RANDOM_FORMULA", { random: [null] }],
    ["MISSING_COLUMN", { random: "~ 1 | tiral" }],
    ["NOT_NUMERIC", { random: [{ inner: "outcome", outer: "trial", structure: "AR" }] }],
    ["NO_RANDOM_EFFECTS", { random: [] }],
    ["LEVELS_WITHOUT_CORRELATION", { random: { group: "trial", correlation: { names: ["1"], matrix: [[1]] } } }],
    [
      "NOT_A_CORRELATION_MATRIX",
      {
        random: {
          group: "outcome",
          correlation: {
            names: ["PD", "AL"],
            matrix: [
              [4, 0],
              [0, 4],
            ],
          },
        },
      },
    ],
    [
      "NOT_A_CORRELATION_MATRIX",
      {
        random: {
          group: "outcome",
          correlation: {
            names: ["PD", "AL"],
            matrix: [
              [1, 1.5],
              [1.5, 1],
            ],
          },
        },
      },
    ],
    ["BAD_SAMPLING_COVARIANCE", { V: 0.5 }],
    ["BAD_SAMPLING_COVARIANCE", { V: [[1]] }],
    ["BAD_SAMPLING_COVARIANCE", { V: [{ rows: [0, 1], matrix: own(0.001, 0.002) }] }],
    ["BAD_SAMPLING_COVARIANCE", { V: [{ rows: [0, 1], matrix: own(0.5, 0.5) }] }],
    [
      "BAD_SAMPLING_COVARIANCE",
      {
        V: [
          { rows: [0, 1], matrix: own(0.001, 0.001) },
          { rows: [0], matrix: [[pair[0]!.vi]] },
        ],
      },
    ],
    ["BAD_SAMPLING_COVARIANCE", { V: [{ rows: [0], matrix: [[9]] }] }],
    ["NO_COEFFICIENTS", { moderators: "~ 0" }],
    ["UNKNOWN_OPTION", { mods: "~ weeks" }],
    ["UNKNOWN_CHOICE", { method: "DL" }],
  ] as const)("%s: %j", (code, options) => {
    expect(() => byTrial(periodontal, options as never)).toThrow(expect.objectContaining({ code }));
  });

  it("two groups whose names run together are two", () => {
    const effects = [
      ["A/1", "2"],
      ["A", "1/2"],
      ["B", "1"],
    ].map(([study, arm], i) => ({
      study: study!,
      arm: arm!,
      measure: "SMD" as const,
      yi: i / 3,
      vi: 0.1,
    }));
    expect(multilevel(effects, { random: [{ group: ["study", "arm"] }] }).random[0]!.groups).toHaveLength(3);
  });
});
