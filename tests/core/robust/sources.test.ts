import {
  type LinearModel,
  metaRegression,
  multilevel,
  pool,
  robust,
  robustWaldTest,
  wildBootstrap,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";
import { randomModel } from "./randomModel.ts";

const { model, cluster } = randomModel({ clusters: 10, rows: 3, coefficients: 2, seed: 41 });
const effects = Array.from(model.y, (yi, i) => ({
  study: cluster[i]!,
  measure: "SMD" as const,
  yi,
  vi: 0.05 + 0.01 * (i % 5),
  dose: model.X[1]![i]!,
  twice: 2 * model.X[1]![i]!,
}));
const X = model.X;
const independent = (variance: (i: number) => number) =>
  effects.map((_, row) => ({ rows: [row], matrix: [variance(row)] }));

const sources = {
  pool: () => {
    const fit = pool(effects, { tau2: "DL" });
    const blocks = independent((i) => effects[i]!.vi + fit.tau2.value);
    return { fit, parts: { names: ["intrcpt"], X: [X[0]!], y: model.y, blocks } };
  },
  metaRegression: () => {
    const fit = metaRegression(effects, { moderators: "~ dose + twice" });
    const blocks = independent((i) => effects[i]!.vi + fit.tau2.value);
    return { fit, parts: { names: ["intrcpt", "dose"], X, y: model.y, blocks } };
  },
  multilevel: () => {
    const fit = multilevel(effects, { random: "~ 1 | study/effect", moderators: "~ dose + twice" });
    const [between, within] = fit.random.map(({ components }) => components[0]!.value);
    const blocks = [...new Set(cluster)].map((label) => {
      const rows = cluster.flatMap((each, row) => (each === label ? [row] : []));
      const matrix = rows.flatMap((i) => rows.map((j) => between! + (i === j ? within! + effects[i]!.vi : 0)));
      return { rows, matrix };
    });
    return { fit, parts: { names: ["intrcpt", "dose"], X, y: model.y, blocks } };
  },
};

describe.each(Object.entries(sources))("a result of %s", (_, source) => {
  const { fit, parts } = source();

  test("is the model of its parts", () => {
    const [one, other] = [robust(fit, { cluster }), robust(parts as LinearModel, { cluster })];
    expect(one.coefficients.map(({ name }) => name)).toEqual(other.coefficients.map(({ name }) => name));
    for (const [j, { estimate, ci }] of one.coefficients.entries()) {
      const expected = other.coefficients[j]!;
      expect(estimate).toBeCloseTo(expected.estimate, 9);
      expect(ci!.se / expected.ci!.se).toBeCloseTo(1, 8);
      expect(ci!.df! / expected.ci!.df!).toBeCloseTo(1, 8);
      expect(estimate).toBeCloseTo("estimate" in fit ? fit.estimate : fit.coefficients[j]!.estimate, 7);
    }
    expect(faults(one)).toEqual([]);
  });

  test("is tested as the model of its parts", () => {
    const { name } = robust(fit, { cluster }).coefficients.at(-1)!;
    const wald = robustWaldTest(fit, { cluster, coefficients: [name] });
    expect(wald.p).toBeCloseTo(robustWaldTest(parts as LinearModel, { cluster, coefficients: [name] }).p!, 8);
    expect(wildBootstrap(fit, { cluster, coefficient: name }).p).toBe(
      wildBootstrap(parts as LinearModel, { cluster, coefficient: name }).p,
    );
  });

  test("is the same when it comes back from JSON", () => {
    expect(robust(JSON.parse(JSON.stringify(fit)), { cluster })).toEqual(robust(fit, { cluster }));
  });
});

describe("refuses with", () => {
  const labels = cluster;
  test.each([
    ["NOT_A_MODEL", null],
    ["NOT_A_MODEL", 3],
    ["NOT_A_MODEL", {}],
    ["NOT_A_MODEL", effects],
    ["NOT_A_MODEL", { ...model, names: [] }],
    ["NOT_A_MODEL", { ...model, y: undefined }],
    ["UNEQUAL_COLUMNS", { ...model, names: ["constant"] }],
    ["REPEATED_ID", { ...model, names: ["x", "x"] }],
    ["UNEQUAL_COLUMNS", { ...model, X: [model.X[0], [1, 2]] }],
    ["UNEQUAL_COLUMNS", { ...model, X: [model.X[0], 3] }],
    ["NOT_A_VALID_NUMBER", { ...model, y: Array.from(model.y, () => Number.NaN) }],
    ["NOT_A_VALID_NUMBER", { ...model, X: [model.X[0], Array.from(model.y, () => "1")] }],
    ["ALIASED_COLUMNS", { ...model, X: [model.X[0], Array.from(model.y, () => 2)] }],
    ["BAD_BLOCKS", { ...model, blocks: model.blocks.slice(1) }],
    ["BAD_BLOCKS", { ...model, blocks: [...model.blocks, model.blocks[0]] }],
    ["BAD_BLOCKS", { ...model, blocks: [...model.blocks, { rows: [], matrix: [] }] }],
    ["BAD_BLOCKS", { ...model, blocks: [...model.blocks, { rows: [0.5], matrix: [1] }] }],
    ["BAD_BLOCKS", { ...model, blocks: [...model.blocks, { rows: [-1], matrix: [1] }] }],
    ["BAD_BLOCKS", { ...model, blocks: [{ rows: [0], matrix: [1, 2] }] }],
    ["BAD_BLOCKS", { ...model, blocks: [3] }],
    ["BAD_BLOCKS", { ...model, blocks: independent((i) => (i === 3 ? -1 : 1)) }],
    ["BAD_BLOCKS", { ...model, blocks: independent((i) => (i === 3 ? Number.NaN : 1)) }],
    ["BAD_BLOCKS", { ...model, blocks: independent((i) => (i === 3 ? 0 : 1)) }],
  ])("%s a model that is none", (code, wrong) => {
    expect(() => robust(wrong as LinearModel, { cluster: labels })).toThrow(expect.objectContaining({ code }));
  });

  test("BAD_BLOCKS a matrix that is not symmetric", () => {
    const blocks = [...model.blocks].map((block, i) =>
      i === 0 && block.rows.length > 1
        ? { ...block, matrix: Array.from(block.matrix, (each, at) => each + at) }
        : block,
    );
    const size = model.blocks[0]!.rows.length;
    if (size < 2) throw new Error("the first block has one row");
    expect(() => robust({ ...model, blocks }, { cluster: labels })).toThrow(
      expect.objectContaining({ code: "BAD_BLOCKS" }),
    );
  });

  test.each([
    ["NO_CLUSTERS", {}],
    ["NO_CLUSTERS", { cluster: "study" }],
    ["UNEQUAL_COLUMNS", { cluster: ["a"] }],
    ["NO_CLUSTER", { cluster: labels.map((label, i) => (i === 2 ? null : label)) }],
    ["NO_CLUSTER", { cluster: labels.map((label, i) => (i === 2 ? "" : label)) }],
    ["NO_CLUSTER", { cluster: labels.map((_, i) => (i === 2 ? Number.NaN : i)) }],
    ["CLUSTERS_SPLIT_BLOCK", { cluster: labels.map((_, i) => i) }],
    ["TOO_FEW_CLUSTERS", { cluster: labels.map(() => "one") }],
    ["TOO_FEW_CLUSTERS", { cluster: labels.map((label) => label === "c0"), type: "CR1p" }],
    ["TOO_FEW_CLUSTERS", { cluster: labels.map((label) => label === "c0"), test: "naive-tp" }],
    ["UNKNOWN_CHOICE", { cluster: labels, type: "CR3" }],
    ["UNKNOWN_CHOICE", { cluster: labels, test: "t" }],
    ["LEVEL_OUT_OF_RANGE", { cluster: labels, level: 95 }],
    ["UNKNOWN_OPTION", { cluster: labels, vcov: "CR2" }],
  ])("%s options that can't be: %#", (code, options) => {
    expect(() => robust(model, options as { cluster: string[] })).toThrow(expect.objectContaining({ code }));
  });

  test("TOO_FEW_EFFECTS a model without residuals", () => {
    const saturated = {
      names: ["a", "b"],
      X: [
        [1, 1],
        [0, 1],
      ],
      y: [1, 2],
      blocks: [0, 1].map((row) => ({ rows: [row], matrix: [1] })),
    };
    expect(() => robust(saturated, { cluster: [1, 2] })).toThrow(expect.objectContaining({ code: "TOO_FEW_EFFECTS" }));
  });

  test("OUT_OF_RANGE effects too large for a variance", () => {
    const y = Array.from(model.y, (each) => 1e200 * each);
    expect(() => robust({ ...model, y }, { cluster: labels })).toThrow(
      expect.objectContaining({ code: "OUT_OF_RANGE" }),
    );
  });
});
