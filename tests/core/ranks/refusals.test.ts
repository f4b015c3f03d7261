import {
  beats,
  isMetaError,
  type JointEstimates,
  partialOrder,
  poth,
  pScores,
  rankProbabilities,
  rankSets,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { three } from "./joints.ts";

const ranks = { pScores, beats, poth, rankProbabilities, rankSets, partialOrder };

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (isMetaError(error)) return error.code;
    throw error;
  }
  return "none";
}

describe.each(Object.entries(ranks))("%s", (_, rank) => {
  const better = { better: "lower" } as const;

  test("does not guess which effects are good", () => {
    expect(codeOf(() => rank(three, {} as typeof better))).toBe("UNKNOWN_DIRECTION");
    expect(codeOf(() => rank(three, { better: "smaller" as "lower" }))).toBe("UNKNOWN_DIRECTION");
    expect(() => rank(three, {} as typeof better)).toThrow('"lower" or "higher"');
  });

  test("refuses what is no network and no joint estimates", () => {
    for (const found of [null, 3, "x", {}, { effects: [] }] as const)
      expect(codeOf(() => rank(found as unknown as JointEstimates, better))).toBe("NOT_RANKABLE");
  });

  test.each<[string, Partial<Record<keyof JointEstimates, unknown>>, string]>([
    ["another number of estimates", { estimates: [1] }, "BAD_JOINT_ESTIMATES"],
    ["a matrix of another shape", { vcov: [[1, 0]] }, "BAD_JOINT_ESTIMATES"],
    [
      "a matrix that is not symmetric",
      {
        vcov: [
          [1, 0.5],
          [0, 1],
        ],
      },
      "BAD_JOINT_ESTIMATES",
    ],
    [
      "correlations beyond 1",
      {
        vcov: [
          [1, 2],
          [2, 1],
        ],
      },
      "BAD_JOINT_ESTIMATES",
    ],
    ["two of one name", { names: ["a", "a"] }, "BAD_JOINT_ESTIMATES"],
    ["the reference among the names", { reference: "sham" }, "BAD_JOINT_ESTIMATES"],
    ["names that are none", { names: ["a", 2] }, "BAD_JOINT_ESTIMATES"],
    ["names that are no list", { names: "ab" }, "BAD_JOINT_ESTIMATES"],
    ["a reference without a name", { reference: " " }, "BAD_JOINT_ESTIMATES"],
    ["an estimate that is no number", { estimates: [1, Number.NaN] }, "NOT_A_VALID_NUMBER"],
    [
      "a covariance that is no number",
      {
        vcov: [
          [1, "0"],
          ["0", 1],
        ],
      },
      "NOT_A_VALID_NUMBER",
    ],
    ["degrees of freedom of 0", { df: 0 }, "NOT_A_VALID_NUMBER"],
  ])("refuses %s", (_, change, code) => {
    expect(codeOf(() => rank({ ...three, ...change } as JointEstimates, better))).toBe(code);
  });

  test("refuses one treatment alone", () => {
    expect(codeOf(() => rank({ names: ["a"], estimates: [1], vcov: [[1]] }, better))).toBe("TOO_FEW_TREATMENTS");
  });

  test("refuses options that are none, and tells R's names", () => {
    expect(codeOf(() => rank(three, { ...better, level: 95 }))).toBe("LEVEL_OUT_OF_RANGE");
    expect(() => rank(three, { ...better, "small.values": "good" } as typeof better)).toThrow("Did you mean better?");
  });
});

test.each([
  () => rankSets(three, { better: "lower", draws: 0 }),
  () => rankSets(three, { better: "lower", draws: 10.5 }),
  () => rankProbabilities(three, { better: "lower", seed: 0.5 }),
  () => pScores(three, { better: "lower", mid: -1 }),
  () => beats(three, { better: "lower", mid: Number.POSITIVE_INFINITY }),
])("refuses numbers that can't be: %s", (call) => {
  expect(codeOf(call)).toBe("NOT_A_VALID_NUMBER");
});
