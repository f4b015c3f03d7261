import { type Effect, isMetaError, type PoolOptions, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const [good] = effectsOf([0.1], [0.02]) as [Effect<"SMD">];

describe.each([
  ["NOT_FINITE", { yi: Number.NaN }, "column yi"],
  ["NOT_FINITE", { yi: Number.NEGATIVE_INFINITY }, "column yi"],
  ["NOT_FINITE", { vi: Number.NaN }, "column vi"],
  ["NOT_FINITE", { vi: Number.POSITIVE_INFINITY }, "column vi"],
  ["NOT_FINITE", { yi: "0.3" as unknown as number }, "column yi"],
  ["NOT_FINITE", { vi: undefined as unknown as number }, "column vi"],
  ["NOT_FINITE", { n: Number.NaN }, "column n"],
  ["VARIANCE_NOT_POSITIVE", { vi: 0 }, "column vi"],
  ["VARIANCE_NOT_POSITIVE", { vi: -1 }, "column vi"],
  ["OUT_OF_RANGE", { yi: 1.1e30 }, "column yi"],
  ["OUT_OF_RANGE", { vi: 9e-41 }, "column vi"],
  ["OUT_OF_RANGE", { vi: 1.1e60 }, "column vi"],
])("%s: an effect with %j", (code, change, place) => {
  test("is refused, naming the study and the column", () => {
    const bad = { ...good, ...change, study: "Haake 2007" };
    expect(() => pool([good, bad])).toThrow(expect.objectContaining({ code }));
    const [value] = Object.values(change);
    const found = typeof value === "string" ? `"${value}"` : value;
    expect(() => pool([good, bad])).toThrow(`${place} study "Haake 2007": found ${found}`);
  });
});

test("an empty list is refused", () => {
  expect(() => pool([])).toThrow(expect.objectContaining({ code: "NO_EFFECTS" }));
});

test.each([0, 1, -0.5, 95, Number.NaN, Number.POSITIVE_INFINITY])("the level %f is refused", (level) => {
  expect(() => pool([good], { level })).toThrow(expect.objectContaining({ code: "LEVEL_OUT_OF_RANGE" }));
});

test("options are checked before effects, so that both orders of mending work", () => {
  expect(() => pool([], { tau2: "ANOVA" } as unknown as PoolOptions)).toThrow(/UNKNOWN_CHOICE/);
});

test("a refusal is an Error whose message says where, what, what is allowed and how to mend it", () => {
  const caught = (() => {
    try {
      return pool([{ ...good, vi: -1 }]);
    } catch (error) {
      return error;
    }
  })();
  expect(caught).toBeInstanceOf(Error);
  expect(isMetaError(caught)).toBe(true);
  expect((caught as Error).message).toBe(
    'column vi study "s1": found -1; allowed: a variance above 0. ' +
      "vi is the squared standard error; for zero cells choose a correction. [VARIANCE_NOT_POSITIVE]",
  );
});
