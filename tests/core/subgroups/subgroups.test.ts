import { pool, type SubgroupOptions, subgroups } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectLists } from "../../properties/effectLists.ts";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const effects = effectsOf([0.31, -0.42, 0.45, 0.02, 0.77, 0.5], [0.01, 0.02, 0.005, 0.04, 0.03, 0.02]);
const by = ["a", "b", "a", "b", "a", "c"];

describe("each group", () => {
  test("is pooled as pool does, in the order in which the labels come", () => {
    const { groups, overall } = subgroups(effects, { by, tau2: "DL", level: 0.9 });
    expect(groups.map(({ label }) => label)).toEqual(["a", "b", "c"]);
    for (const { label, fit } of groups) {
      const members = effects.filter((_, i) => by[i] === label);
      expect(fit).toEqual(pool(members, { tau2: "DL", level: 0.9 }));
    }
    expect(overall).toEqual(pool(effects, { tau2: "DL", level: 0.9 }));
  });

  test("may be named by a function, a number or a truth", () => {
    const labels = (options: SubgroupOptions<"SMD">) => subgroups(effects, options).groups.map(({ label }) => label);
    expect(labels({ by: ({ yi }) => yi > 0.4 })).toEqual(["false", "true"]);
    expect(labels({ by: (_, i) => i % 3 })).toEqual(["0", "1", "2"]);
  });

  test("may be named by a value that each effect has", () => {
    const named = effects.map((effect, i) => ({ ...effect, alloc: by[i]! }));
    expect(subgroups(named, { by: "alloc" })).toEqual(subgroups(effects, { by }));
  });

  test("of one study is that study, with a warning", () => {
    const { fit } = subgroups(effects, { by }).groups[2]!;
    expect(fit).toMatchObject({ k: 1, estimate: 0.5, ci: { method: "z" } });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["SINGLE_STUDY"]);
  });
});

describe("the tests", () => {
  test("split Q into between and within, with common-effect weights", () => {
    fc.assert(
      fc.property(effectLists({ minLength: 3 }), (list) => {
        const { between, within, overall } = subgroups(list, { by: (_, i) => i % 2, tau2: "EE", interval: "z" });
        expectNear(between.fixed.Q + within.Q, overall.heterogeneity.Q, { unit: 1e-6 });
        expect(between.fixed.df + within.df).toBe(overall.heterogeneity.df);
        expectNear(between.random!.Q, between.fixed.Q, { unit: 1e-6 });
      }),
    );
  });

  test("of two groups give the p of their difference", () => {
    const { between, differences } = subgroups(effects, { by: (_, i) => i % 2 });
    expect(differences).toHaveLength(1);
    expectNear(differences[0]!.ci.p, between.random!.p);
    expectNear(differences[0]!.ci.statistic! ** 2, between.random!.Q);
  });

  test("leave out what a standard error of 0 makes undefined", () => {
    const list = effectsOf([0.3, 0.3, 0.1, 0.9], [0.01, 0.01, 0.01, 0.01]);
    const { between, differences } = subgroups(list, { by: [1, 1, 2, 2] });
    expect(between.random).toBeNull();
    expect(between.fixed.Q).toBeGreaterThan(0);
    expect(differences[0]!.se).toBeGreaterThan(0);
  });

  test("of groups of one study have nothing within", () => {
    expect(subgroups(effects.slice(0, 2), { by: ["a", "b"] }).within).toEqual({ Q: 0, df: 0, p: 1 });
  });
});

describe("differences", () => {
  test("are of each group and each before it, with normal intervals", () => {
    const { groups, differences } = subgroups(effects, { by, interval: "z" });
    expect(differences.map(({ group, comparedWith }) => group + comparedWith)).toEqual(["ba", "ca", "cb"]);
    const [a, b] = groups.map(({ fit }) => fit);
    expectNear(differences[0]!.estimate, b!.estimate - a!.estimate);
    expectNear(differences[0]!.se, Math.hypot(a!.se, b!.se));
    expect(differences[0]!.ratio).toBeNull();
  });

  test("of ratios are ratios of ratios as well", () => {
    const list = effects.map((effect) => ({ ...effect, measure: "logRR" as const }));
    const { estimate, ci, ratio } = subgroups(list, { by }).differences[0]!;
    const { exp } = Math;
    expect(ratio).toEqual({ estimate: exp(estimate), lower: exp(ci.lower), upper: exp(ci.upper) });
    const huge = list.map((effect, i) => ({ ...effect, yi: 1e4 * i }));
    expect(subgroups(huge, { by }).differences[0]!.ratio).toBeNull();
  });
});

test("groups of five or fewer with a τ² of their own are warned of", () => {
  const codes = (options: Omit<SubgroupOptions<"SMD">, "by">) =>
    subgroups(effects, { by, ...options }).warnings.map(({ code }) => code);
  expect(codes({})).toEqual(["FEW_IN_GROUP"]);
  expect(codes({ commonTau2: true })).toEqual([]);
  expect(codes({ tau2: "EE" })).toEqual([]);
});

const several = Object.entries(edgeCases).filter(([, list]) => list.length > 1);
test.each(several)("the result of %s is finite and frozen", (_, list) => {
  for (const interval of ["z", "HKSJ"] as const)
    for (const commonTau2 of [true, false])
      expect(faults(subgroups(list, { by: (_, i) => i % 2, interval, commonTau2 }))).toEqual([]);
});

test.each([
  ["ONE_GROUP", effects, { by: () => "all" }],
  ["ONE_GROUP", effects.slice(0, 1), { by: ["a"] }],
  ["NO_GROUP", effects, { by: ["a", "b", "", "a", "a", "a"] }],
  ["NO_GROUP", effects, { by: ({ n }: { n?: number }) => n as number }],
  ["NO_GROUP", [{ ...effects[0]!, alloc: "a" }, effects[1]!], { by: "alloc" }],
  ["BAD_GROUPING", effects, { by: "alloc" }],
  ["BAD_GROUPING", effects, { by: undefined as never }],
  ["BAD_GROUPING", effects, { by: 2 as never }],
  ["UNEQUAL_COLUMNS", effects, { by: ["a", "b"] }],
  ["NO_EFFECTS", [], { by: [] }],
  ["UNKNOWN_CHOICE", effects, { by, tau2: "ANOVA" as "DL" }],
])("refuses with %s", (code, list, options) => {
  expect(() => subgroups(list, options)).toThrow(expect.objectContaining({ code }));
});
