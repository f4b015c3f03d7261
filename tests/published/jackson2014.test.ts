import { chiSquareQuantile } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { distributionOfQ } from "../../packages/core/src/pool/tau2Interval/distributionOfQ.ts";
import { mixedSums } from "../../packages/core/src/regression/mixedSums.ts";
import { residualTau2Estimators } from "../../packages/core/src/regression/residualTau2/index.ts";
import { weightedLeastSquares } from "../../packages/core/src/regression/weightedLeastSquares.ts";
import { expectAsPrinted } from "./asPrinted.ts";

/**
 * Jackson D, Turner R, Rhodes K, Viechtbauer W (2014). Methods for calculating confidence and credible intervals for the
 * residual between-study variance in random effects meta-regression models. BMC Medical Research Methodology 14:103.
 * Data and digits: github.com/wviechtb/metafor, test_analysis_example_jackson2014.r.
 */
interface Example {
  readonly name: string;
  readonly y: readonly number[];
  readonly v: readonly number[];
  readonly x: readonly number[];
  /** τ² exp(∓1.96 se/τ²) by REML, se² = 2/tr(PP). */
  readonly wald: readonly [string, string];
  readonly qProfile: readonly [string, string];
}

const first: Example = {
  name: "example 1",
  y: [
    0.0267, 0.8242, 0.393, 2.4405, 2.1401, 1.2528, 2.4849, 0.3087, 1.4246, 0.1823, 1.1378, 1.2321, 2.0695, 4.0237,
    1.4383, 1.6021,
  ],
  v: [
    0.1285, 0.0315, 0.0931, 2.0967, 1.0539, 0.1602, 1.0235, 0.0218, 0.5277, 0.0556, 0.3304, 0.1721, 0.4901, 2.02,
    0.3399, 0.183,
  ],
  x: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
  wald: ["0.0110", "0.6330"],
  qProfile: ["0.0023", "1.4871"],
};

const second: Example = {
  name: "example 2",
  y: [
    0.54, 0.4, 0.64, 0.365, 0.835, 0.02, 0.12, 0.085, 1.18, 0.08, 0.18, 0.325, 0.06, 0.715, 0.065, 0.245, 0.24, 0.06,
    0.19,
  ],
  v: [
    0.0176, 0.019, 0.0906, 0.0861, 0.0063, 0.0126, 0.0126, 0.0041, 0.0759, 0.0126, 0.0104, 0.0242, 0.0026, 0.2629,
    0.0169, 0.0156, 0.0481, 0.0084, 0.0044,
  ],
  x: [1986, 1987, 1988, 1988, 1998, 1999, 2000, 2000, 2000, 2001, 2001, 2001, 2002, 2002, 2002, 2002, 2003, 2003, 2003],
  wald: ["0.0163", "0.1108"],
  qProfile: ["0.0178", "0.1564"],
};

const designOf = ({ y, v, x }: Pick<Example, "y" | "v" | "x">) => ({
  X: [new Float64Array(y.length).fill(1), Float64Array.from(x)],
  y: Float64Array.from(y),
  v: Float64Array.from(v),
});

/** Expects a falling function of τ² to pass a target where τ² rounds to what is printed. */
function expectPassedAt(target: number, falling: (tau2: number) => number, printed: string): void {
  const half = 0.5 * 10 ** -printed.split(".")[1]!.length;
  const limit = Number(printed);
  if (limit > 0) expect(falling(limit - half), `before ${printed}`).toBeGreaterThan(target);
  expect(falling(limit + half), `after ${printed}`).toBeLessThan(target);
}

describe.each([first, second])("Jackson 2014, $name: the residual τ² of a regression on one moderator", (example) => {
  const design = designOf(example);

  test("REML with its standard error", () => {
    const tau2 = residualTau2Estimators.REML.compute(design).value;
    const se = Math.sqrt(2 / mixedSums(design, tau2).trPP);
    const factor = Math.exp((1.96 * se) / tau2);
    expectAsPrinted(tau2 / factor, example.wald[0]);
    expectAsPrinted(tau2 * factor, example.wald[1]);
  });

  test("Q-profile", () => {
    const QE = (tau2: number) => mixedSums(design, tau2).q1;
    const df = example.y.length - 2;
    expectPassedAt(chiSquareQuantile(0.975, df), QE, example.qProfile[0]);
    expectPassedAt(chiSquareQuantile(0.025, df), QE, example.qProfile[1]);
  });
});

const groups = [0, 1].map((level) => Float64Array.from(first.v.filter((_, i) => first.x[i] === level))) as [
  Float64Array,
  Float64Array,
];

const STEPS = 1500;

/** P(Q₁ + Q₂ ≤ q) of the two groups of example 1, whose sum is the residual Q: a moderator of two values leaves two means. */
function distributionOfSum(q: number, weight: (v: number) => number, tau2: number): number {
  const below = (level: 0 | 1, at: number) =>
    at <= 0 ? 0 : distributionOfQ(at, groups[level], { a: groups[level].map(weight), tau2 });
  let [sum, before] = [0, 0];
  for (let i = 1; i <= STEPS; i++) {
    const upTo = below(0, (q * i) / STEPS);
    sum += (upTo - before) * below(1, q * (1 - (i - 0.5) / STEPS));
    before = upTo;
  }
  return sum;
}

test.each([
  ["1/v", (v: number) => 1 / v, ["0.0029", "0.6907"]],
  ["1/√v", (v: number) => 1 / Math.sqrt(v), ["0.000", "1.125"]], // metafor, whose search stops within 0.0001, has 1.1245
] as const)("Jackson 2014, example 1: generalised Q with weights %s", (_, weight, [lower, upper]) => {
  const { X, y, v } = designOf(first);
  const Q = weightedLeastSquares(X, y, v.map(weight)).QE;
  const below = (tau2: number) => distributionOfSum(Q, weight, tau2);
  expectPassedAt(0.975, below, lower);
  expectPassedAt(0.025, below, upper);
});
