import { type Effect, fixed, inWords, pool, ratioText } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  [-0.001, 2, "0.00"],
  [-0.126, 2, "−0.13"],
  [-0.05, 1, "−0.1"],
  [1234567, 2, "1.2×10⁶"],
])("%f with %i decimals is %s", (value, decimals, text) => expect(fixed(value, decimals)).toBe(text));

test.each([
  [0.874, "0.87"],
  [0.004, "0.004"],
  [12.34, "12.3"],
  [345.6, "346"],
  [0.00001234, "1.2×10⁻⁵"],
])("the ratio %f is %s", (ratio, text) => expect(ratioText(ratio)).toBe(text));

const sides = { treatment: "Acupuncture", comparator: "Sham" };
const said = (measure: "SMD" | "logRR", yi: number) => {
  const effects: readonly Effect[] = [{ study: "A", measure, yi, vi: 1e-6 }];
  return inWords(pool(effects, { tau2: "EE", interval: "z" }), sides);
};

test("core's sentences show differences, and ratios from 0.0001 to 10, as figures do", () => {
  expect(said("SMD", -0.001)).toContain("SMD 0.00 (95 % interval 0.00 to 0.00)");
  expect(said("logRR", Math.log(0.004))).toContain("Risk ratio 0.004 (95 % interval 0.004 to 0.004)");
  fc.assert(
    fc.property(fc.double({ min: -9, max: 2.3, noNaN: true }), (yi) => {
      expect(said("SMD", yi)).toContain(`SMD ${fixed(yi, 2)} (`);
      expect(said("logRR", yi)).toContain(`Risk ratio ${ratioText(Math.exp(yi))} (`);
    }),
  );
});
