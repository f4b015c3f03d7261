import { type Effect, multilevel } from "@acumeta/core";
import { expect, test } from "vitest";
import { hessianOfGradient } from "../../../packages/core/src/numerics/hessian.ts";
import { minimiseInBox } from "../../../packages/core/src/numerics/minimiseInBox.ts";
import { criteria } from "../../properties/likelihood.ts";
import { expectNear } from "../../properties/near.ts";
import { effectsOf } from "../effectsOf.ts";

/** Of τ², from the curvature of the likelihood written from its formula, by steps of a thousandth of τ². */
function standardError(effects: readonly Effect[], tau2: number, method: "ML" | "REML"): number {
  const [y, v] = [effects.map(({ yi }) => yi), effects.map(({ vi }) => vi)];
  const h = 1e-3 * tau2;
  const [below, at, above] = [tau2 - h, tau2, tau2 + h].map((x) => criteria[method].value(y, v, x));
  return h / Math.sqrt(2 * at! - below! - above!);
}

test.each(["ML", "REML"] as const)(
  "a variance far smaller than most sampling variances has its standard error, by %s",
  (method) => {
    const precise = [1, -2, 1.5, 3, -1, 0.5].map((yi, i) => ({ yi: 5e-4 * yi, vi: 1e-8 * (1 + i) }));
    const vague = [0.5, -1, 0.3, 2, -0.7, 1.1, 0.2].map((yi, i) => ({ yi, vi: 1 + i / 10 }));
    const all = [...precise, ...vague];
    const effects = effectsOf(
      all.map(({ yi }) => yi),
      all.map(({ vi }) => vi),
    );
    const [tau2] = multilevel(effects, { random: "~ 1 | study", method }).random[0]!.components;
    expect(tau2!.value).toBeGreaterThan(1e-7);
    expect(tau2!.value).toBeLessThan(1e-5);
    expectNear(tau2!.se!, standardError(effects, tau2!.value, method), { part: 1e-4 });
  },
);

test("differences go to one side where there is nothing on the other, and are null where there is nothing on both", () => {
  const slope = (x: Float64Array) => (x[0]! < 1 ? null : Float64Array.of(6 * x[0]! + x[1]!, x[0]! + 4 * x[1]!));
  const found = hessianOfGradient(slope, Float64Array.of(1, 2));
  for (const [i, expected] of [6, 1, 1, 4].entries()) expect(found![i]).toBeCloseTo(expected, 6);
  expect(hessianOfGradient(() => null, Float64Array.of(1))).toBeNull();
});

test("a search that starts where a function is not defined has not settled", () => {
  const { value, slope, converged } = minimiseInBox(() => null, Float64Array.of(1), { lower: [0], upper: [2] });
  expect({ value, slope, converged }).toEqual({ value: Infinity, slope: Infinity, converged: false });
});
