import { type EventsStudy, glmm } from "@acumeta/core";
import { expect, test } from "vitest";
import { cholesky, choleskyInverse } from "../../../packages/core/src/linear/cholesky.ts";
import { hessian } from "../../../packages/core/src/numerics/hessian.ts";
import { centralGradient, minimise } from "../../../packages/core/src/numerics/minimise.ts";
import { ownEffectsLogLik, randomStudiesLogLik } from "./bruteForce.ts";

/**
 * What golden/adapters/rare.ts relies on: where R's curvature is off, ours is that of a likelihood summed by brute
 * force.
 */
const studies: readonly EventsStudy[] = [
  { study: "A", a: 13, n1: 58, c: 12, n2: 30 },
  { study: "B", a: 1, n1: 28, c: 29, n2: 60 },
  { study: "C", a: 12, n1: 61, c: 18, n2: 70 },
  { study: "D", a: 20, n1: 32, c: 10, n2: 32 },
  { study: "E", a: 2, n1: 45, c: 3, n2: 46 },
];
const k = studies.length;

const fit = glmm(studies, { measure: "OR", model: "UM.RS", quadraturePoints: 25 });
const found = [fit.levels!.mean, fit.estimate, Math.sqrt(fit.levels!.variance), Math.sqrt(fit.tau2.value)];

const covarianceOf = (minusLogLik: (x: Float64Array) => number, x: Float64Array) =>
  choleskyInverse(cholesky(hessian(minusLogLik, x), x.length)!, x.length);

test("random study levels: ln L and its maximum are those of a sum over a fine grid", () => {
  const logLik = (x: Float64Array) => randomStudiesLogLik(studies, x);
  expect(fit.tau2.value).toBeGreaterThan(0.05);
  expect(fit.fit.logLik).toBeCloseTo(logLik(Float64Array.from(found)), 8);
  for (const slope of centralGradient(logLik)(Float64Array.from(found))) expect(slope).toBeCloseTo(0, 5);
});

test("random study levels: standard errors are those of the curvature of that sum", () => {
  const covariance = covarianceOf((x) => -randomStudiesLogLik(studies, x), Float64Array.from(found));
  expect(fit.se).toBeCloseTo(Math.sqrt(covariance[5]!), 5);
  expect(fit.tau2.se).toBeCloseTo(2 * found[3]! * Math.sqrt(covariance[15]!), 4);
});

test("random study levels: both tests of heterogeneity are those of the whole curvature", () => {
  const minusLogLik = (x: Float64Array) => -ownEffectsLogLik(studies, x);
  const free = minimise(minusLogLik, [...studies.map(() => 0), -1, 0.5]);
  const covariance = covarianceOf(minusLogLik, free.x);
  // Of θ̂ᵢ − θ̂₁, i = 2 … k.
  const others = studies.slice(1).map((_, i) => i + 1);
  const between = (i: number, j: number) => covariance[i * (k + 2) + j]!;
  const ofDifferences = others.flatMap((i) =>
    others.map((j) => between(i, j) - between(i, 0) - between(0, j) + between(0, 0)),
  );
  const inverse = choleskyInverse(cholesky(Float64Array.from(ofDifferences), k - 1)!, k - 1);
  const difference = others.map((i) => free.x[i]! - free.x[0]!);
  const wald = difference.reduce(
    (sum, di, i) => sum + difference.reduce((part, dj, j) => part + di * inverse[i * (k - 1) + j]! * dj, 0),
    0,
  );
  expect(fit.heterogeneity.wald.statistic).toBeCloseTo(wald, 4);
  const common = glmm(studies, { measure: "OR", model: "UM.RS", tau2: "EE", quadraturePoints: 25 });
  expect(fit.heterogeneity.likelihoodRatio.statistic).toBeCloseTo(2 * (-free.value - common.fit.logLik), 6);
});
