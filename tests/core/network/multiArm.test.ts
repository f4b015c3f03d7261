import { type NetworkTau2Method, network } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../properties/near.ts";
import { inverse, leastSquares, type Matrix } from "./dense.ts";
import { comparison, trialOf } from "./randomNetworks.ts";

/** Synthetic: one trial of A, B, C with arm variances 0.01, 0.02, 0.03, and one each of A against B, A against C, B against C. */
const effects = [
  ...trialOf("three arms", [
    { treatment: "A", mean: 1, variance: 0.01 },
    { treatment: "B", mean: 0.5, variance: 0.02 },
    { treatment: "C", mean: 0.2, variance: 0.03 },
  ]),
  comparison("A-B", "A", "B", 0.9, 0.05),
  comparison("A-C", "A", "C", 0.4, 0.04),
  comparison("B-C", "B", "C", 0.7, 0.06),
];

/** B and C against A, in the same order. */
const X: Matrix = [
  [1, 0],
  [0, 1],
  [1, 0],
  [0, 1],
  [1, -1],
];
const y = [-0.5, -0.8, -0.9, -0.4, 0.7];
const covariance = (tau2: number): Matrix => [
  [0.03 + tau2, 0.01 + tau2 / 2, 0, 0, 0],
  [0.01 + tau2 / 2, 0.04 + tau2, 0, 0, 0],
  [0, 0, 0.05 + tau2, 0, 0],
  [0, 0, 0, 0.04 + tau2, 0],
  [0, 0, 0, 0, 0.06 + tau2],
];

const dense = (tau2: number) => leastSquares(X, y, inverse(covariance(tau2)));

describe.each<NetworkTau2Method>(["EE", "DL", "PM", "ML", "REML"])(
  "a trial of three arms beside others, by %s",
  (tau2) => {
    const fit = network(effects, { tau2, interval: "z", reference: "A" });

    test("is generalised least squares with its full covariance", () => {
      const { beta, vcov } = dense(fit.tau2.value);
      fit.effects.forEach(({ estimate }, i) => {
        expectNear(estimate, beta[i]!);
        fit.vcov[i]!.forEach((each, j) => {
          expectNear(each, vcov[i]![j]!);
        });
      });
      expectNear(fit.heterogeneity.Q, dense(0).Q);
      expect(fit.heterogeneity.df).toBe(3);
    });

    test("has the likelihoods of its full covariance", () => {
      const V = covariance(fit.tau2.value);
      const { vcov, Q } = dense(fit.tau2.value);
      const log2pi = Math.log(2 * Math.PI);
      expectNear(fit.fit.ML.logLik, -0.5 * (5 * log2pi + Math.log(determinant(V)) + Q));
      // |X′U⁻¹X| with U = ½(I + 11′) within the trial.
      const U = covariance(1).map((row, i) => row.map((each, j) => each - covariance(0)[i]![j]!));
      const XUX = inverse(leastSquares(X, y, inverse(U)).vcov);
      const restricted =
        3 * log2pi + Math.log(determinant(V)) + Q - Math.log(determinant(vcov)) - Math.log(determinant(XUX));
      expectNear(fit.fit.REML!.logLik, -0.5 * restricted);
    });
  },
);

test("τ² by Paule-Mandel is where the generalised Q is its degrees of freedom", () => {
  expectNear(dense(network(effects, { tau2: "PM" }).tau2.value).Q, 3, { part: 1e-8 });
});

test("τ² by DL is (Q − df)/tr(P), P over heterogeneity U", () => {
  const step = 1e-5;
  const { value } = network(effects, { tau2: "DL" }).tau2;
  // tr(PU) is the slope of log|V| + log|X′WX| along τ², at 0.
  const level = (tau2: number) => {
    const { vcov } = dense(tau2);
    return Math.log(determinant(covariance(tau2))) - Math.log(determinant(vcov));
  };
  const trP = (level(step) - level(-step)) / (2 * step);
  expectNear(value, (dense(0).Q - 3) / trP, { part: 1e-5 });
});

test.each<NetworkTau2Method>(["ML", "REML"])("τ² by %s is where its likelihood is largest", (tau2) => {
  const { value } = network(effects, { tau2 }).tau2;
  const level = (at: number) => {
    const { vcov, Q } = dense(at);
    return -Math.log(determinant(covariance(at))) - Q + (tau2 === "REML" ? Math.log(determinant(vcov)) : 0);
  };
  const h = value / 100;
  expect(value).toBeGreaterThan(0);
  const [below, there, above] = [level(value - h), level(value), level(value + h)] as const;
  expect(there).toBeGreaterThan(Math.max(below, above));
  expect(Math.abs((above - below) / (above + below - 2 * there))).toBeLessThan(0.05);
});

/** By the first row. */
function determinant(A: Matrix): number {
  if (A.length === 1) return A[0]![0]!;
  return A[0]!.reduce((sum, each, j) => {
    const minor = A.slice(1).map((row) => row.filter((_, column) => column !== j));
    return sum + (each === 0 ? 0 : (j % 2 === 0 ? 1 : -1) * each * determinant(minor));
  }, 0);
}
