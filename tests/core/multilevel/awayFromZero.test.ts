import { multilevel } from "@acumeta/core";
import { expect, test } from "vitest";
import { denseLikelihood } from "../../census/multilevel/denseLikelihood.ts";
import { randomModel } from "../../census/multilevel/randomModel.ts";

test("the likelihood may rise from a variance of 0 at some correlations alone", () => {
  const model = randomModel(7_014_886);
  const { fit, random } = multilevel(model.effects, model.options);
  const [tau2, rho] = random[0]!.components;
  expect(tau2!.value).toBeGreaterThan(0.01);
  expect(rho!.value).toBe(1);
  // From another start, by another optimiser: square roots of variances, in parts of their unit, and an angle.
  const { logLikelihood } = denseLikelihood(model);
  const elsewhere = logLikelihood(Float64Array.of(0.128944, Math.PI / 2, 0.167232));
  expect(elsewhere).toBeGreaterThan(logLikelihood(Float64Array.of(0, 0, 0.168074)) + 1e-6);
  expect(fit.logLik).toBeGreaterThan(elsewhere - 1e-9);
});
