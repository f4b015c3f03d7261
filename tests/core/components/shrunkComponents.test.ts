import { componentNetwork, type NetworkEffect, shrunkComponents } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { parts, row } from "./row.ts";

const names = ["a", "b", "c", "d", "e"];

/** Synthetic: which components each trial has beyond the inactive one, its effect and variance. */
const trials = Array.from({ length: 14 }, (_, i) => ({
  own: names.filter((_name, j) => (i * 5 + 3 * j * j + i * j) % 3 === 0),
  yi: ((i * 7) % 11) * 0.13 - 0.5,
  vi: 0.02 + 0.01 * (i % 4),
})).filter(({ own }) => own.length > 0);

const effects: readonly NetworkEffect<"SMD">[] = trials.map(({ own, yi, vi }, i) =>
  row(`s${i}`, [own.join("+"), "none"], yi, vi),
);

/** −2 × the restricted log-likelihood with covariance diag(v + τ²) + σ²XX′, by elimination; and V⁻¹(y − mean). */
function dense(tau2: number, variance: number, hasMean: boolean) {
  const X = trials.map(({ own }) => names.map((name) => Number(own.includes(name))));
  const V = trials.map((one, i) =>
    trials.map((_, j) => (i === j ? one.vi + tau2 : 0) + variance * X[i]!.reduce((s, x, c) => s + x * X[j]![c]!, 0)),
  );
  const m = X.map((x) => x.reduce((sum, each) => sum + each, 0));
  const { solve, logDet } = factored(V);
  const y = trials.map(({ yi }) => yi);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, i) => sum + each * b[i]!, 0);
  const information = dot(m, solve(m));
  const mean = hasMean ? dot(m, solve(y)) / information : 0;
  const e = y.map((each, i) => each - mean * m[i]!);
  const r = solve(e);
  const k = y.length - (hasMean ? 1 : 0);
  const deviance = k * Math.log(2 * Math.PI) + logDet + dot(e, r) + (hasMean ? Math.log(information) : 0);
  return {
    deviance,
    mean,
    blups: names.map(
      (_, c) =>
        mean +
        variance *
          dot(
            X.map((x) => x[c]!),
            r,
          ),
    ),
  };
}

function factored(V: readonly (readonly number[])[]) {
  const L = V.map((each) => [...each]);
  for (let i = 0; i < L.length; i++)
    for (let j = 0; j <= i; j++) {
      let sum = L[i]![j]!;
      for (let c = 0; c < j; c++) sum -= L[i]![c]! * L[j]![c]!;
      L[i]![j] = i === j ? Math.sqrt(sum) : sum / L[j]![j]!;
    }
  const solve = (b: readonly number[]) => {
    const x = [...b];
    for (let i = 0; i < x.length; i++) {
      for (let c = 0; c < i; c++) x[i]! -= L[i]![c]! * x[c]!;
      x[i]! /= L[i]![i]!;
    }
    for (let i = x.length - 1; i >= 0; i--) {
      for (let c = i + 1; c < x.length; c++) x[i]! -= L[c]![i]! * x[c]!;
      x[i]! /= L[i]![i]!;
    }
    return x;
  };
  return { solve, logDet: 2 * L.reduce((sum, each, i) => sum + Math.log(each[i]!), 0) };
}

describe.each(["zero", "estimated"] as const)("drawn to a mean that is %s", (mean) => {
  const fit = shrunkComponents(effects, { inactive: "none", mean });
  const at = (tau2: number, variance: number) => dense(tau2, variance, mean === "estimated");
  const [tau2, variance] = [fit.tau2.value, fit.variance.value];

  test("the likelihood is that of the dense model", () => {
    expect(fit.logLik).toBeCloseTo(-0.5 * at(tau2, variance).deviance, 8);
  });

  test("no variances near or far are better", () => {
    const best = at(tau2, variance).deviance;
    for (const one of [0, 0.5, 0.99, 1.01, 2, 8])
      for (const other of [0, 0.5, 0.99, 1.01, 2, 8])
        expect(at(tau2 * one, (variance || 0.05) * other).deviance).toBeGreaterThanOrEqual(best - 1e-9);
  });

  test("estimates are the best linear predictions", () => {
    const { blups, mean: found } = at(tau2, variance);
    fit.components.forEach(({ estimate }, i) => {
      expect(estimate).toBeCloseTo(blups[i]!, 8);
    });
    if (mean === "zero") expect(fit.mean).toBeNull();
    else expect(fit.mean!.estimate).toBeCloseTo(found, 8);
  });

  test("the interval of the variance ends where the profile falls by half a quantile of χ²", () => {
    const best = at(tau2, variance).deviance;
    const profile = (value: number) => {
      let [low, high] = [0, 2];
      for (let step = 0; step < 80; step++) {
        const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
        if (at(one, value).deviance < at(other, value).deviance) high = other;
        else low = one;
      }
      return at(low, value).deviance - best;
    };
    const { lower, upper } = fit.variance.ci;
    expect(profile(upper)).toBeCloseTo(3.841459, 4);
    if (lower > 0) expect(profile(lower)).toBeCloseTo(3.841459, 4);
    else expect(profile(0)).toBeLessThanOrEqual(3.841459);
    expect(fit.variance.ratio).toBeCloseTo(profile(0), 6);
  });
});

test("draws every effect towards 0, those of which less is told the more", () => {
  const twice = Array.from({ length: 12 }, (_, i) =>
    row(`s${i}`, [`c${i % 6}`, "care"], 0.1 * ((i * 7) % 11) - 0.5, 0.03),
  );
  const own = componentNetwork(twice, { inactive: "care" });
  const shrunk = shrunkComponents(twice, { inactive: "care" });
  shrunk.components.forEach(({ estimate }, i) => {
    expect(Math.abs(estimate)).toBeLessThan(Math.abs(own.components[i]!.estimate!));
    expect(Math.sign(estimate)).toBe(Math.sign(own.components[i]!.estimate!));
  });
  expect(shrunk.effectiveDf).toBeGreaterThan(0);
  expect(shrunk.effectiveDf).toBeLessThan(6);
});

test("one effect each of equal precision shrink by variance/(variance + error): a closed form", () => {
  const one = [0.9, -0.7, 0.4, -1.1, 0.6, 0.2, -0.3, 1].map((yi, i) => row(`s${i}`, [`c${i}`, "care"], yi, 0.04));
  const { components, variance, tau2, effectiveDf } = shrunkComponents(one, { inactive: "care" });
  const mean = one.reduce((sum, { yi }) => sum + yi ** 2, 0) / 8;
  expect(variance.value + tau2.value + 0.04).toBeCloseTo(mean, 6);
  const factor = variance.value / (variance.value + tau2.value + 0.04);
  components.forEach(({ estimate }, i) => {
    expect(estimate).toBeCloseTo(factor * one[i]!.yi, 6);
  });
  expect(effectiveDf).toBeCloseTo(8 * factor, 6);
});

test("what trials can't tell apart shares what they tell of the sum", () => {
  const { components } = shrunkComponents(
    [
      row("1", ["needle+point", "care"], -0.8, 0.02),
      row("2", ["needle+point", "care"], -0.6, 0.02),
      row("3", ["moxa", "care"], 0.3, 0.02),
      row("4", ["moxa", "care"], 0.4, 0.02),
    ],
    { inactive: "care" },
  );
  const [, needle, point] = components;
  expect(needle!.estimate).toBeCloseTo(point!.estimate, 12);
  expect(needle!.estimate).toBeLessThan(0);
});

test("without any effect the variance is 0, and so is every estimate", () => {
  const none = names.flatMap((name, i) => [
    row(`p${i}`, [name, "none"], 0.02, 0.03),
    row(`m${i}`, [name, "none"], -0.02, 0.03),
  ]);
  const { components, variance, warnings, effectiveDf } = shrunkComponents(none, { inactive: "none" });
  expect(variance).toMatchObject({ value: 0, ratio: 0, p: 1, ci: { lower: 0 } });
  expect(variance.ci.upper).toBeGreaterThan(0);
  expect(components.every(({ estimate, se }) => estimate === 0 && se === 0)).toBe(true);
  expect([effectiveDf, warnings.map(({ code }) => code)]).toEqual([0, ["NO_VARIANCE"]]);
});

test("interactions have a variance of their own", () => {
  const pairs = names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other] as const));
  const list = [
    ...names.flatMap((name, i) => [0, 1].map((r) => row(`${name}${r}`, [name, "none"], 0.1 * i + 0.05 * r, 0.02))),
    ...pairs.flatMap(([one, other], i) =>
      [0, 1].map((r) =>
        row(`${one}${other}${r}`, [`${one}+${other}`, "none"], (i % 2 === 0 ? 1 : -0.6) + 0.05 * r, 0.02),
      ),
    ),
  ];
  const interactions = pairs.map((pair) => pair.join("*"));
  const fit = shrunkComponents(list, { inactive: "none", interactions });
  expect(fit.interactionVariance!.value).toBeGreaterThan(fit.variance.value);
  expect(fit.interactionVariance!.p).toBeLessThan(1e-6);
  expect(fit.components.filter((each) => each.parts.length === 2)).toHaveLength(pairs.length);
  expect(shrunkComponents(list, { inactive: "none" }).interactionVariance).toBeNull();
});

test.each([
  ["MEAN_NOT_TOLD", { mean: "estimated" }, [row("1", ["a+c", "b+c"], 1, 1), row("2", ["b", "c"], 1, 1)]],
  ["MEAN_NOT_TOLD", { mean: "estimated", inactive: "b" }, [row("1", ["a", "b"], 1, 1)]],
  ["UNKNOWN_CHOICE", { mean: "none" as never }, parts],
  ["LEVEL_OUT_OF_RANGE", { level: 1 }, parts],
  ["UNKNOWN_OPTION", { tau2: "DL" } as never, parts],
  ["NO_COMPONENTS", {}, [row("1", ["a+b", "b+a"], 1, 1)]],
] as const)("refuses %s", (code, options, list) => {
  expect(() => shrunkComponents(list, options)).toThrow(code);
});
