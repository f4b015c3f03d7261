import { type Effect, inWords, type Measure, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const sides = { treatment: "Acupuncture", comparator: "Sham" };
const z = { tau2: "EE", interval: "z" } as const;
const say = (y: readonly number[], measure: Measure = "SMD", patients?: number) => {
  const effects: readonly Effect[] = effectsOf(
    y,
    y.map(() => 0.01),
    measure,
  );
  return inWords(
    pool(patients === undefined ? effects : effects.map((effect) => ({ ...effect, n: patients })), z),
    sides,
  );
};

test("a difference in favour of the treatment", () => {
  expect(say([0.5])).toBe(
    "1 trial. SMD 0.50 (95 % interval 0.30 to 0.70), in favour of acupuncture; the interval excludes no difference.",
  );
});

test("a difference in favour of the comparator, with a true minus", () => {
  expect(say([-0.1])).toBe(
    "1 trial. SMD −0.10 (95 % interval −0.30 to 0.10), in favour of sham; the interval includes no difference.",
  );
});

test("ratios are named and back-transformed, and compared with 1", () => {
  expect(say([Math.log(2)], "logRR")).toBe(
    "1 trial. Risk ratio 2.00 (95 % interval 1.64 to 2.43), in favour of acupuncture; the interval excludes no difference.",
  );
  expect(say([Math.log(0.9)], "logOR")).toBe(
    "1 trial. Odds ratio 0.90 (95 % interval 0.74 to 1.09), in favour of sham; the interval includes no difference.",
  );
});

test("patients are counted where all trials give their number", () => {
  expect(say([0.5, 0.5], "MD", 1234)).toMatch(/^2 trials, 2,468 patients\. MD 0\.50/);
});

test("the level of one group favours nobody and is compared with nothing, on the scale people read", () => {
  expect(say([0], "PLO")).toBe("1 trial. Proportion 0.50 (95 % interval 0.45 to 0.55).");
  const fit = pool(effectsOf([0.2, 0.3, 0.6, 0.5], [0.01, 0.01, 0.01, 0.01], "PR"));
  expect(inWords(fit, sides)).toMatch(/A new trial like these is expected to have a true value of/);
});

test("an association and a change favour neither side", () => {
  expect(say([0.5], "COR")).toBe(
    "1 trial. COR 0.50 (95 % interval 0.30 to 0.70); the interval excludes no association.",
  );
  expect(say([-0.1], "MC")).toBe("1 trial. MC −0.10 (95 % interval −0.30 to 0.10); the interval includes no change.");
});

test("an effect of exactly 0 favours neither", () => {
  expect(say([0, 0])).toContain("SMD 0.00 (95 % interval −0.14 to 0.14), in favour of neither; the interval includes");
});

test("a prediction interval is told as what a new trial would find, on the scale people read", () => {
  const fit = pool(effectsOf([-0.5, 0.1, 0.6, 0.9], [0.02, 0.02, 0.02, 0.02], "logRR"));
  expect([fit.pi!.lower, fit.pi!.upper].map(Math.exp)).toEqual([expect.closeTo(0.16, 2), expect.closeTo(11.13, 2)]);
  expect(inWords(fit, sides)).toMatch(
    /\. A new trial like these is expected to have a true effect of 0\.16 to 11\.1\.$/,
  );
});

test.each([
  [0.9, "90 %"],
  [0.975, "97.5 %"],
  [0.57, "57 %"],
  [0.9999, "99.99 %"],
])("the level %f is told as %s", (level, percent) => {
  expect(inWords(pool(effectsOf([0.5], [0.01]), { level }), sides)).toContain(`(${percent} interval`);
});
