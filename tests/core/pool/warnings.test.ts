import { type Effect, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const [first, second, third] = effectsOf([0.1, 0.5, 0.9], [0.02, 0.05, 0.04]) as [
  Effect<"SMD">,
  Effect<"SMD">,
  Effect<"SMD">,
];
const warningsOf = (...effects: readonly Effect<"SMD">[]) => pool(effects, { interval: "z" }).warnings;

test("independent studies give no warning", () => {
  expect(warningsOf(first, second, third)).toEqual([]);
});

test("a shared arm is warned of, with the arm and the studies that share it, and no others", () => {
  const [warning, ...others] = warningsOf(
    { ...first, arms: ["haake-2007/verum", "haake-2007/sham"] },
    { ...second, arms: ["haake-2007/usual-care", "haake-2007/sham"] },
    { ...third, arms: ["other-2010/verum", "other-2010/sham"] },
  );
  expect(warning).toMatchObject({ code: "SHARED_ARM", studies: ["s1", "s2"] });
  expect(warning!.message).toContain("(haake-2007/sham)");
  expect(others).toEqual([]);
});

test("several shared arms are all named", () => {
  const [warning] = warningsOf(
    { ...first, arms: ["a", "b"] },
    { ...second, arms: ["b", "c"] },
    { ...third, arms: ["c"] },
  );
  expect(warning).toMatchObject({ studies: ["s1", "s2", "s3"] });
  expect(warning!.message).toContain("(b, c)");
});

test("an arm that one effect names twice is not shared", () => {
  expect(warningsOf({ ...first, arms: ["a", "a"] }, { ...second, arms: ["b"] })).toEqual([]);
});

test("effects of one name are warned of once", () => {
  const [warning, ...others] = warningsOf(first, { ...second, study: "s1" }, { ...third, study: "s1" });
  expect(warning).toMatchObject({ code: "DUPLICATE_STUDY", studies: ["s1"] });
  expect(others).toEqual([]);
});

test("an interval narrower than by z is warned of, one as wide is not", () => {
  const close = effectsOf([0.3, 0.301, 0.299], [0.1, 0.1, 0.1]);
  expect(pool(close).warnings.map(({ code }) => code)).toEqual(["NARROWER_THAN_Z"]);
  for (const interval of ["z", "t", "HKSJ-adhoc"] as const) expect(pool(close, { interval }).warnings).toEqual([]);
});

test("warnings change no number", () => {
  const arms = ["the same"];
  const { warnings, studies, ...numbers } = pool([
    { ...first, arms },
    { ...second, arms },
  ]);
  const independent = pool([first, second]);
  expect(warnings.length).toBeGreaterThan(0);
  expect({ ...independent, ...numbers }).toEqual(independent);
  expect(studies.map(({ weight }) => weight)).toEqual(independent.studies.map(({ weight }) => weight));
});
