import { multilevel } from "@acumeta/core";
import { expect, test } from "vitest";
import { denseLikelihood } from "../../census/multilevel/denseLikelihood.ts";
import { randomModel } from "../../census/multilevel/randomModel.ts";
import { secondRoute } from "../../census/multilevel/secondRoute.ts";

/**
 * Models of the census whose searches once ended below the maximum, with a higher point that another optimiser found: square
 * roots of variances, in parts of the mean sampling variance, and angles of correlations.
 */
test.each([
  ["a variance of 0 that rises at one correlation alone", 7_014_886, [0.128944, Math.PI / 2, 0.167232]],
  ["variances of levels of which one is 0, and none of few effects sure", 9_002_646, [0, 0.76124, 0.98162, 0]],
])("%s", (_, seed, elsewhere) => {
  const model = randomModel(seed);
  const { fit } = multilevel(model.effects, model.options);
  expect(fit.logLik).toBeGreaterThan(denseLikelihood(model).logLikelihood(Float64Array.from(elsewhere)) - 1e-9);
});

test("a correlation and variances of levels with several maxima", () => {
  const model = randomModel(14_826);
  const { fit } = multilevel(model.effects, model.options);
  expect(fit.logLik).toBeGreaterThan(secondRoute(model, 10, 14_826) - 1e-6);
});
