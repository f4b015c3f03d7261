import { type SelectionType, selectionModel } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";
import { nelderMead } from "./nelderMead.ts";
import { logLikelihood, standardErrors } from "./referee.ts";
import { publishedEffects } from "./simulate.ts";

interface Model {
  readonly type: SelectionType;
  readonly alternative: "greater" | "less" | "twoSided";
  readonly steps?: number[];
}

const models: readonly Model[] = [
  { type: "step", alternative: "greater", steps: [0.025, 1] },
  { type: "step", alternative: "twoSided", steps: [0.05, 0.5, 1] },
  { type: "halfNormal", alternative: "greater" },
  { type: "negativeExponential", alternative: "twoSided" },
  { type: "logistic", alternative: "less" },
  { type: "power", alternative: "greater" },
  { type: "beta", alternative: "greater" },
];
const effects = publishedEffects(12, { mu: 0.2, tau: 0.15, seed: 3, publish: (z) => (z > 1.96 ? 1 : 0.3) });
const data = { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi), intervals: 400 };

/** Rough differences of Simpson's sums and ours, far below what a reader could see. */
const DIGITS = 6;

describe.each(models)("a $type model ($alternative)", (model) => {
  const fit = selectionModel(effects, model);
  const studies = { ...data, ...model };
  const errors = [fit.se, fit.tau2.se, ...fit.delta.map(({ se }) => se)];
  const point = [fit.estimate, fit.tau2.value, ...fit.delta.map(({ value }) => value)] as number[];
  const f = ([mu, tau2, ...delta]: readonly number[]) => logLikelihood(studies, { mu: mu!, tau2: tau2!, delta });

  test("has the log-likelihood of Simpson's rule", () => {
    expect(fit.convergence.converged).toBe(true);
    expect(f(point)).toBeCloseTo(fit.fit!.logLik, DIGITS);
  });

  test("has the standard errors of Simpson's rule", () => {
    const free = errors.flatMap((se, i) => (se === null ? [] : [i]));
    const refereed = standardErrors(f, point, free);
    for (const [at, i] of free.entries()) expect(refereed[at]! / errors[i]!).toBeCloseTo(1, 3);
  });
});

test.each(models.filter(({ steps }) => steps?.length !== 3))(
  "a simplex on Simpson's rule ends where a $type model ($alternative) does",
  (model) => {
    const fit = selectionModel(effects, model);
    const isStep = model.type === "step";
    /** Bounds by squares; a step function's first weight is 1. */
    const f = ([mu, tau, ...roots]: readonly number[]) => {
      const delta = roots.map((root) => root * root);
      const whole = isStep ? [1, ...delta] : delta;
      return -logLikelihood({ ...data, ...model }, { mu: mu!, tau2: tau! * tau!, delta: whole });
    };
    const start = isStep || model.type === "beta" ? 1 : 0.7;
    const roots = fit.delta.filter(({ isHeld }) => !isHeld).map(() => start);
    const found = nelderMead(f, [fit.unadjusted.estimate, 0.2, ...roots]);
    expect(-found.value).toBeCloseTo(fit.fit!.logLik, DIGITS);
    expect(found.x[0]).toBeCloseTo(fit.estimate!, 3);
  },
);

/** Raudenbush 1985, as in R's metadat. */
const expectancy = {
  yi: [
    0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.8, 0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.3, 0.07,
    -0.07,
  ],
  vi: [
    0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.063, 0.0912, 0.0497, 0.0835, 0.0841,
    0.0253, 0.0279, 0.0193, 0.0088, 0.0303,
  ],
};

test.each([
  ["power", "less", [0.752]],
  ["power", "greater", [0.752]],
  ["beta", "less", [1, 1.752]],
  ["beta", "greater", [1.752, 1]],
] as const)("a maximum far from the published mean is not missed: %s, %s", (type, alternative, delta) => {
  const sign = alternative === "less" ? 1 : -1;
  const yi = expectancy.yi.map((y) => (type === "power" ? sign * y : y));
  const studies = { ...expectancy, yi, type, alternative };
  const mu = type === "power" ? sign * 1.3372 : 1.3372;
  const there = logLikelihood(studies, { mu, tau2: 0.2015, delta });
  const fit = selectionModel(effectsOf(yi, expectancy.vi), { type, alternative });
  expect(there).toBeGreaterThan(fit.unadjusted.logLik + 1);
  expect(fit.fit!.logLik).toBeGreaterThan(there);
});

test("no point of a dense grid is more likely than the step model's estimate", () => {
  const fit = selectionModel(effects);
  const likelihood = closedForm(data);
  let highest = Number.NEGATIVE_INFINITY;
  for (let mu = -0.5; mu <= 1; mu += 0.02)
    for (let tau = 0; tau <= 0.8; tau += 0.02)
      for (let delta = 0.01; delta <= 4; delta *= 1.1) highest = Math.max(highest, likelihood(mu, tau * tau, delta));
  expect(highest).toBeLessThanOrEqual(fit.fit!.logLik + 1e-9);
  expect(highest).toBeGreaterThan(fit.fit!.logLik - 0.05);
});

/** Of one step at p = 0.025, with the error function's series of Abramowitz & Stegun 1964, 7.1.6, for the normaliser. */
function closedForm({ yi, vi }: { readonly yi: readonly number[]; readonly vi: readonly number[] }) {
  const cut = 1.959963984540054;
  return (mu: number, tau2: number, delta: number) =>
    yi.reduce((sum, y, i) => {
      const [s, sd] = [Math.sqrt(vi[i]!), Math.sqrt(vi[i]! + tau2)];
      const below = phi((cut * s - mu) / sd);
      const w = y >= cut * s ? 1 : delta;
      return (
        sum + Math.log((w / sd / Math.sqrt(2 * Math.PI) / (1 - below + delta * below)) * 1) - 0.5 * ((y - mu) / sd) ** 2
      );
    }, 0);
}

function phi(z: number): number {
  if (Math.abs(z) > 7) return z > 0 ? 1 : 0;
  let [sum, term] = [z, z];
  for (let n = 3; Math.abs(term) > 1e-17; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
