import { bootstrapPrediction, type Effect, pool } from "@acumeta/core";
import { expect, test } from "vitest";

const effectsOf = (yi: readonly number[], vi: number): readonly Effect<"SMD">[] =>
  yi.map((y, i) => ({ study: String(i), measure: "SMD", yi: y, vi }));

test("it holds the estimate and is wider than the confidence interval", () => {
  const effects = effectsOf([0.1, 0.9, 0.4, 0.7, -0.2, 0.5], 0.02);
  const { ci } = pool(effects, { tau2: "DL" });
  const { lower, upper } = bootstrapPrediction(effects, { draws: 1000 });
  expect(lower).toBeLessThan(ci.lower);
  expect(upper).toBeGreaterThan(ci.upper);
});

test("with many studies it nears the normal prediction interval", () => {
  const many = effectsOf(
    Array.from({ length: 200 }, (_, i) => 0.5 + 0.4 * Math.sin(12.9898 * i) * Math.SQRT2),
    0.001,
  );
  const { pi } = pool(many, { tau2: "DL", interval: "z", prediction: "z" });
  const { lower, upper } = bootstrapPrediction(many, { draws: 4000 });
  expect(upper - lower).toBeGreaterThan(0.9 * (pi!.upper - pi!.lower));
  expect(upper - lower).toBeLessThan(1.1 * (pi!.upper - pi!.lower));
});

test("identical effects, and one study, are no crash", () => {
  const { lower, upper } = bootstrapPrediction(effectsOf([0.3, 0.3, 0.3], 0.01), { draws: 100 });
  expect([lower, upper].every(Number.isFinite)).toBe(true);
  expect(() => bootstrapPrediction(effectsOf([0.3], 0.01))).toThrow(
    expect.objectContaining({ code: "TOO_FEW_EFFECTS" }),
  );
});
