import { normalCdf, selectionModel, selectionPresets } from "@acumeta/core";
import { expect, test } from "vitest";
import { publishedEffects } from "./simulate.ts";

const K = 600;

/** Within three standard errors of the truth, from which the unadjusted mean is further away. */
function expectRecovery(fit: ReturnType<typeof selectionModel>, mu: number): void {
  expect(Math.abs(fit.estimate! - mu)).toBeLessThan(3 * fit.se!);
  expect(Math.abs(fit.unadjusted.estimate - mu)).toBeGreaterThan(3 * fit.unadjusted.se);
  expect(fit.selectionTest!.p).toBeLessThan(0.001);
}

test("a three-parameter model finds the mean of which significant results were published five times as often", () => {
  const publish = (z: number) => (z > 1.96 ? 1 : 0.2);
  const effects = publishedEffects(K, { mu: 0.1, tau: 0.15, seed: 11, publish });
  const fit = selectionModel(effects, selectionPresets["3PSM"].options);
  expectRecovery(fit, 0.1);
  expect(Math.abs(fit.delta[1]!.value! - 0.2)).toBeLessThan(3 * fit.delta[1]!.se!);
  expect(fit.tau2.ci!.lower).toBeLessThan(0.0225);
  expect(fit.tau2.ci!.upper).toBeGreaterThan(0.0225);
});

test("a four-parameter model finds both weights", () => {
  const publish = (z: number) => (z > 1.96 ? 1 : z > 0 ? 0.4 : 0.15);
  const effects = publishedEffects(K, { mu: 0.1, tau: 0.1, seed: 5, publish });
  const fit = selectionModel(effects, selectionPresets["4PSM"].options);
  expectRecovery(fit, 0.1);
  for (const [j, delta] of [1, 0.4, 0.15].entries())
    expect(Math.abs(fit.delta[j]!.value! - delta)).toBeLessThanOrEqual(3 * (fit.delta[j]!.se ?? 0));
});

test.each([
  ["halfNormal", (p: number) => Math.exp(-3 * p * p)],
  ["negativeExponential", (p: number) => Math.exp(-3 * p)],
  ["logistic", (p: number) => 2 / (1 + Math.exp(3 * p))],
  ["power", (p: number) => (1 - p) ** 3],
] as const)("a %s model finds the mean and the weight by which studies were published", (type, weight) => {
  const publish = (z: number) => weight(normalCdf(-z));
  const fit = selectionModel(publishedEffects(K, { mu: 0, tau: 0.1, seed: 21, publish }), { type });
  expectRecovery(fit, 0);
  expect(Math.abs(fit.delta[0]!.value! - 3)).toBeLessThan(3 * fit.delta[0]!.se!);
});

test("a model finds nothing where nothing was selected", () => {
  const fit = selectionModel(publishedEffects(K, { mu: 0.1, tau: 0.15, seed: 2, publish: () => 1 }));
  expect(Math.abs(fit.estimate! - 0.1)).toBeLessThan(3 * fit.se!);
  expect(fit.selectionTest!.p).toBeGreaterThan(0.05);
});
