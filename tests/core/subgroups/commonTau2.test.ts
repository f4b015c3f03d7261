import { type Effect, pool, subgroups, type Tau2Method, tau2Estimators } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const estimators = Object.keys(tau2Estimators) as Tau2Method[];
const effects = effectsOf([0.31, -0.42, 0.45, 0.02, 0.77], [0.01, 0.02, 0.005, 0.04, 0.03]);

/** The effects twice, the second time as another group that lies elsewhere. */
const twice = [
  ...effects.map((effect) => ({ effect, label: "here" })),
  ...effects.map((effect) => ({ effect: { ...effect, yi: effect.yi + 10 }, label: "there" })),
];

const common = (list: readonly Effect<"SMD">[], by: readonly string[], tau2: Tau2Method) =>
  subgroups(list, { by, tau2, interval: "z", commonTau2: true });

/** Estimators for which τ² of a group and of its copy elsewhere are one: the others lean on k or on all effects. */
const additive = estimators.filter((tau2) => tau2 !== "PMM" && tau2 !== "SJ");

describe("a τ² common to two groups", () => {
  test.each(additive)("that are copies of each other is that of one of them, by %s", (tau2) => {
    const list = twice.map(({ effect }) => effect);
    const { commonTau2 } = common(
      list,
      twice.map(({ label }) => label),
      tau2,
    );
    expectNear(commonTau2!.value, pool(effects, { tau2 }).tau2.value, { part: 1e-8 });
  });

  test.each(["DL", "PM", "PMM", "REML", "HE", "DL2", "CA2"] as const)(
    "of which one is a single study is that of the other, by %s",
    (tau2) => {
      const list = [...effects, ...effectsOf([5], [0.3])];
      const { commonTau2 } = common(list, ["a", "a", "a", "a", "a", "b"], tau2);
      expectNear(commonTau2!.value, pool(effects, { tau2 }).tau2.value, { part: 1e-8 });
    },
  );

  test("by Sidik and Jonkman starts from the variance of all effects", () => {
    const [y, by] = [
      [0, 1, 2, 3],
      ["a", "a", "b", "b"],
    ] as const;
    const crude = 1.25;
    const Q = (2 * 0.5) / (1 + crude);
    expectNear(common(effectsOf(y, [1, 1, 1, 1]), by, "SJ").commonTau2!.value, (crude * Q) / 2);
  });

  test("maximises the sum of the restricted likelihoods", () => {
    const by = ["a", "a", "b", "b", "b"];
    const { commonTau2 } = common(effects, by, "REML");
    const logLik = (tau2: number) =>
      [effects.slice(0, 2), effects.slice(2)].reduce((sum, group) => {
        const w = group.map(({ vi }) => 1 / (vi + tau2));
        const total = w.reduce((a, b) => a + b, 0);
        const mean = group.reduce((s, { yi }, i) => s + w[i]! * yi, 0) / total;
        const q = group.reduce((s, { yi }, i) => s + w[i]! * (yi - mean) ** 2, 0);
        return sum - 0.5 * (Math.log(total) + q - w.reduce((s, each) => s + Math.log(each), 0));
      }, 0);
    const { value } = commonTau2!;
    expect(logLik(value)).toBeGreaterThan(logLik(0.99 * value));
    expect(logLik(value)).toBeGreaterThan(logLik(1.01 * value));
  });
});

describe("a group", () => {
  test("of one study has the common τ² in its variance", () => {
    const { groups, commonTau2 } = common([...effects, ...effectsOf([5], [0.3])], ["a", "a", "a", "a", "a", "b"], "DL");
    const { fit } = groups[1]!;
    expectNear(fit.ci.se ** 2, 0.3 + commonTau2!.value);
    expect(fit.warnings).toEqual([expect.objectContaining({ code: "SINGLE_STUDY", studies: ["s1"] })]);
    expect(fit.warnings[0]!.message).toMatch(/common to all groups/);
  });

  test("has weights, heterogeneity and prediction at the common τ²", () => {
    const { groups, commonTau2 } = common(effects, ["a", "a", "b", "b", "b"], "DL");
    for (const { fit } of groups) {
      expect(fit.tau2).toEqual(commonTau2);
      expect(fit.studies.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
      const { typicalVariance, I2 } = fit.heterogeneity;
      expectNear(I2, (100 * commonTau2!.value) / (commonTau2!.value + typicalVariance!));
      expectNear(fit.pi!.se, Math.sqrt(commonTau2!.value + fit.ci.se ** 2));
    }
  });
});

test("its Q-profile interval holds it, and grows with the level", () => {
  const intervalAt = (level: number) =>
    subgroups(effects, { by: ["a", "a", "b", "b", "b"], tau2: "PM", level, commonTau2: true }).commonTau2!;
  const { value, ci } = intervalAt(0.95);
  expect(ci!.lower).toBeLessThanOrEqual(value);
  expect(ci!.upper).toBeGreaterThan(value);
  expect(intervalAt(0.99).ci!.upper).toBeGreaterThan(ci!.upper);
});

test("without a group of two studies it is 0, with no interval", () => {
  const { commonTau2, groups } = common(effects.slice(0, 2), ["a", "b"], "REML");
  expect(commonTau2).toMatchObject({ value: 0, ci: null, converged: true });
  expect(groups.map(({ fit }) => fit.estimate)).toEqual([0.31, -0.42]);
});

describe.each(estimators)("by %s", (tau2) => {
  test.each(Object.entries(edgeCases).filter(([, list]) => list.length > 1))("all is finite on %s", (_, list) => {
    const found = subgroups(list, { by: (_, i) => i % 2, tau2, commonTau2: true });
    expect(faults(found)).toEqual([]);
    expect(found.commonTau2!.converged).toBe(true);
  });
});
