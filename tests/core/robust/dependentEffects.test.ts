import { correlatedEffects, type Effect, hierarchicalEffects, pool, robust } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";
import { normals, uniforms } from "../selection/simulate.ts";
import { inverse, type Matrix, product, transpose } from "./referee.ts";

interface Rated extends Effect<"SMD"> {
  readonly weeks: number;
}

const random = uniforms(31);
const normal = normals(random);
const effects: readonly Rated[] = Array.from({ length: 12 }, (_, trial) => {
  const own = 0.4 + 0.5 * normal();
  return Array.from({ length: 1 + (trial % 4) }, () => {
    const vi = 0.02 + 0.1 * random();
    const yi = own + 0.2 * normal() + Math.sqrt(vi) * normal();
    return { study: `t${trial}`, measure: "SMD" as const, yi, vi, weeks: 4 + Math.round(20 * random()) };
  });
}).flat();
const cluster = effects.map(({ study }) => study);
const k = effects.length;

/** Rows of X: a constant, and weeks. */
const design: Matrix = effects.map(({ weeks }) => [1, weeks]);
const shared: Matrix = effects.map((one) => effects.map((other) => (one.study === other.study ? 1 : 0)));
const diagonal = (value: (i: number) => number): Matrix =>
  effects.map((_, i) => effects.map((_each, j) => (i === j ? value(i) : 0)));
const trace = (A: Matrix): number => A.reduce((sum, row, i) => sum + row[i]!, 0);

/** Residuals at weights w and the matrix that makes them, with full matrices. */
function residualsAt(w: Matrix) {
  const M = inverse(product(transpose(design), w, design));
  const hat = product(design, M, transpose(design), w);
  const maker = hat.map((row, i) => row.map((each, j) => (i === j ? 1 : 0) - each));
  const e = product(
    maker,
    effects.map(({ yi }) => [yi]),
  );
  return {
    observed: (K: Matrix) => product(transpose(e), K, e)[0]![0]!,
    expected: (K: Matrix, sigma: Matrix) => trace(product(transpose(maker), K, maker, sigma)),
  };
}

const mean = (study: string): number => {
  const own = effects.filter((effect) => effect.study === study);
  return own.reduce((sum, { vi }) => sum + vi, 0) / own.length;
};
const size = (study: string): number => effects.filter((effect) => effect.study === study).length;

describe("correlated effects", () => {
  const moderators = "~ weeks";

  test.each([0, 0.5, 0.8, 1])("have the τ² and I² of the moment equation with full matrices, ρ = %d", (rho) => {
    const W = diagonal((i) => 1 / (size(cluster[i]!) * mean(cluster[i]!)));
    const sampling = effects.map(({ study }, i) =>
      effects.map((other, j) => (study === other.study ? (i === j ? 1 : rho) * mean(study) : 0)),
    );
    const { observed, expected } = residualsAt(W);
    const excess = observed(W) - expected(W, sampling);
    const { tau2, I2, omega2 } = correlatedEffects(effects, { cluster, rho, moderators });
    expect(tau2).toBeCloseTo(excess / expected(W, shared), 10);
    expect(I2).toBeCloseTo((100 * excess) / observed(W), 8);
    expect(omega2).toBeNull();
  });

  test("are weighted by 1/(n(v + τ²)) and have the robust variances of that", () => {
    const fit = correlatedEffects(effects, { cluster, moderators });
    const variances = effects.map(({ study }) => size(study) * (mean(study) + fit.tau2));
    const model = {
      names: ["intrcpt", "weeks"],
      X: [effects.map(() => 1), effects.map(({ weeks }) => weeks)],
      y: effects.map(({ yi }) => yi),
      blocks: variances.map((variance, row) => ({ rows: [row], matrix: [variance] })),
    };
    expect(fit.coefficients).toEqual(robust(model, { cluster }).coefficients);
    const total = variances.reduce((sum, variance) => sum + 1 / variance, 0);
    for (const [i, { weight }] of fit.studies.entries()) expect(weight).toBeCloseTo(100 / variances[i]! / total, 10);
    const large = correlatedEffects(effects, { cluster, moderators, smallSample: false });
    expect(large.coefficients).toEqual(robust(model, { cluster, type: "CR1p", test: "naive-tp" }).coefficients);
  });

  test("of which each has a cluster of its own are DerSimonian and Laird's", () => {
    const single = effectsOf([0.1, 0.9, -0.4, 0.6, 1.3], [0.02, 0.05, 0.03, 0.1, 0.04]);
    const fit = correlatedEffects(single, { cluster: [1, 2, 3, 4, 5] });
    const pooled = pool(single, { tau2: "DL" });
    expect(fit.tau2).toBeCloseTo(pooled.tau2.value, 12);
    expect(fit.coefficients[0]!.estimate).toBeCloseTo(pooled.estimate, 12);
    expect(fit.I2).toBeCloseTo(pooled.heterogeneity.I2FromQ, 10);
  });
});

describe("hierarchical effects", () => {
  test("have the τ² and ω² that both moment equations with full matrices give", () => {
    const W = diagonal((i) => 1 / effects[i]!.vi);
    const V = diagonal((i) => effects[i]!.vi);
    const unit = diagonal(() => 1);
    const { observed, expected } = residualsAt(W);
    const { tau2, omega2, I2 } = hierarchicalEffects(effects, { cluster, moderators: "~ weeks" });
    expect(omega2).toBeGreaterThan(0);
    expect(tau2).toBeGreaterThan(0);
    for (const K of [shared, W]) {
      const right = expected(K, V) + tau2 * expected(K, shared) + omega2! * expected(K, unit);
      expect(observed(K) / right).toBeCloseTo(1, 9);
    }
    expect(I2).toBeNull();
  });

  test("alike within clusters have ω² = 0, and τ² of the weighted sum of squares alone", () => {
    const alike = effects.map((effect) => ({ ...effect, yi: cluster.indexOf(effect.study) / 10 }));
    const { tau2, omega2 } = hierarchicalEffects(alike, { cluster });
    const W = alike.map(({ vi }) => 1 / vi);
    const sum = W.reduce((all, w) => all + w, 0);
    const centre = W.reduce((all, w, i) => all + w * alike[i]!.yi, 0) / sum;
    const Q = W.reduce((all, w, i) => all + w * (alike[i]!.yi - centre) ** 2, 0);
    const byCluster = new Map<string, number>();
    for (const [i, w] of W.entries()) byCluster.set(cluster[i]!, (byCluster.get(cluster[i]!) ?? 0) + w);
    const squares = [...byCluster.values()].reduce((all, each) => all + each ** 2, 0);
    expect(omega2).toBe(0);
    expect(tau2).toBeCloseTo((Q - (k - 1)) / (sum - squares / sum), 10);
  });

  test("are weighted by 1/(v + τ² + ω²)", () => {
    const { studies, tau2, omega2 } = hierarchicalEffects(effects, { cluster });
    const share = (vi: number) => 1 / (vi + tau2 + omega2!);
    expect(studies[3]!.weight / studies[7]!.weight).toBeCloseTo(share(effects[3]!.vi) / share(effects[7]!.vi), 10);
  });

  test("of one in each cluster are refused", () => {
    const single = effectsOf([0.1, 0.9, -0.4], [0.02, 0.05, 0.03]);
    expect(() => hierarchicalEffects(single, { cluster: [1, 2, 3] })).toThrow(
      expect.objectContaining({ code: "NOT_SEPARABLE" }),
    );
  });
});

describe.each([
  ["correlatedEffects", correlatedEffects],
  ["hierarchicalEffects", hierarchicalEffects],
] as const)("%s", (name, fitted) => {
  test("is finite, frozen, and says what it did", () => {
    const fit = fitted(effects, { cluster, moderators: "~ weeks", level: 0.9 });
    expect(faults(fit)).toEqual([]);
    expect(fit).toMatchObject({ measure: "SMD", k, clusters: 12, choices: { smallSample: true, level: 0.9 } });
    expect(fit.coefficients.map(({ name: each }) => each)).toEqual(["intrcpt", "weeks"]);
    expect(fit.studies.map(({ cluster: each }) => each)).toEqual(cluster);
  });

  test("takes a model matrix as it takes a formula", () => {
    const moderators = { names: ["intrcpt", "weeks"], rows: design };
    const [one, other] = [
      fitted(effects, { cluster, moderators }),
      fitted(effects, { cluster, moderators: "~ weeks" }),
    ];
    expect(one).toEqual(other);
  });

  test("leaves out effects of which a moderator is not known, if asked to", () => {
    const unknown = effects.map((effect, i) => (i === 5 ? { ...effect, weeks: null } : effect)) as readonly Rated[];
    const fit = fitted(unknown, { cluster, moderators: "~ weeks", missing: "leave out" });
    const without = <T>(list: readonly T[]) => list.filter((_, i) => i !== 5);
    const expected = fitted(without(effects), { cluster: without(cluster), moderators: "~ weeks" });
    expect(fit.leftOut).toEqual([{ study: effects[5]!.study, missing: ["weeks"] }]);
    expect(fit.coefficients).toEqual(expected.coefficients);
  });

  test("of effects that are all the same has no heterogeneity", () => {
    const same = effects.map((effect) => ({ ...effect, yi: 0.3 }));
    const fit = fitted(same, { cluster });
    expect(fit).toMatchObject({ tau2: 0, omega2: name === "correlatedEffects" ? null : 0 });
    expect(fit.coefficients[0]!.estimate).toBeCloseTo(0.3, 12);
    expect(faults(fit)).toEqual([]);
  });

  test.each([
    ["TOO_FEW_CLUSTERS", { cluster: effects.map(() => 1) }],
    ["TOO_FEW_CLUSTERS", { cluster: effects.map((_, i) => i % 2), moderators: "~ weeks" }],
    ["UNEQUAL_COLUMNS", { cluster: [1, 2] }],
    ["NO_CLUSTERS", {} as { cluster: string[] }],
    ["NOT_TRUE_OR_FALSE", { cluster, smallSample: "no" as unknown as boolean }],
    ["LEVEL_OUT_OF_RANGE", { cluster, level: 95 }],
    ["UNKNOWN_OPTION", { cluster, studynum: cluster }],
    ["UNKNOWN_MODERATOR", { cluster, moderators: "~ dose" }],
  ])("refuses with %s", (code, options) => {
    expect(() => fitted(effects, options)).toThrow(expect.objectContaining({ code }));
  });
});

test("a correlation outside 0 to 1 is refused", () => {
  for (const rho of [-0.1, 1.1, Number.NaN])
    expect(() => correlatedEffects(effects, { cluster, rho })).toThrow(
      expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }),
    );
});
