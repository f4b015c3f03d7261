import { backTransform, type Effect, leaveOneOut, measures, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";

const smd = { study: "A", measure: "SMD", yi: 0.2, vi: 0.1 } as const;
const logRR = { study: "B", measure: "logRR", yi: 0.3, vi: 0.1 } as const;

describe("effects of different measures", () => {
  const refusal = expect.objectContaining({
    code: "MIXED_MEASURES",
    message: expect.stringMatching(/study "B": found the measures SMD and logRR/),
  });

  test("do not compile, and are refused at run time", () => {
    // @ts-expect-error effects of different measures can't be pooled
    expect(() => pool([smd, logRR])).toThrow(refusal);
    // @ts-expect-error effects of different measures can't be pooled
    expect(() => leaveOneOut([smd, logRR])).toThrow(refusal);
  });

  test("whose measures are known only at run time compile, and are refused", () => {
    const effects: readonly Effect[] = [smd, logRR];
    expect(() => pool(effects)).toThrow(refusal);
  });
});

test("a result knows the measure of its effects", () => {
  const measure: "SMD" = pool([smd, { ...smd, study: "C" }]).measure;
  expect(measure).toBe("SMD");
  // @ts-expect-error not a risk ratio
  const wrong: "logRR" = pool([smd]).measure;
  expect(wrong).toBe("SMD");
});

test("ratios are exponentiated, differences stay", () => {
  for (const { id, ratio } of Object.values(measures)) if (ratio) expect(backTransform(id, 0.5)).toBe(Math.exp(0.5));
  for (const id of ["SMD", "MD", "RD"] as const) expect(backTransform(id, 0.5)).toBe(0.5);
});

test("an unknown measure is refused, with the known ones", () => {
  const effects = [{ ...smd, measure: "OR" }] as unknown as readonly Effect[];
  expect(() => pool(effects)).toThrow(/option measure: found "OR"; allowed: SMD, MD, logRR, logOR, RD/);
  expect(() => backTransform("OR" as "SMD", 1)).toThrow(expect.objectContaining({ code: "UNKNOWN_CHOICE" }));
});
