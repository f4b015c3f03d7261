import {
  compareTreatments,
  leagueTable,
  type Network,
  type NetworkOptions,
  type NetworkTau2Method,
  network,
  networkTau2Estimators,
  type PredictionMethod,
  pool,
  predictions,
  type RegressionIntervalMethod,
  regressionIntervals,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectLists } from "../../properties/effectLists.ts";
import { expectNear } from "../../properties/near.ts";
import { faults } from "../faults.ts";
import { diagonal, leastSquares } from "./dense.ts";
import { type Comparison, comparison, networks, trialOf, turned } from "./randomNetworks.ts";

const methods = Object.keys(networkTau2Estimators) as NetworkTau2Method[];
const intervals = Object.keys(regressionIntervals) as RegressionIntervalMethod[];
const rules = Object.keys(predictions) as PredictionMethod[];
const choices = fc.record({
  tau2: fc.constantFrom(...methods),
  interval: fc.constantFrom(...intervals),
  prediction: fc.constantFrom(...rules),
});

describe("two treatments", () => {
  test("are pooled", () => {
    fc.assert(
      fc.property(effectLists(), choices, (effects, options) => {
        const pooled = pool(effects, options);
        const fit = network(
          effects.map((effect) => ({ ...effect, treat1: "needle", treat2: "sham" })),
          { ...options, reference: "sham" },
        );
        const [effect] = fit.effects;
        const unit = Math.max(...effects.map(({ vi }) => vi + pooled.tau2.value));
        const size = Math.sqrt(unit);
        expectNear(fit.tau2.value, pooled.tau2.value, { unit, part: 1e-7 });
        expectNear(effect!.estimate, pooled.estimate, { unit: size, part: 1e-7 });
        expectNear(effect!.se, pooled.se, { unit: size, part: 1e-7 });
        for (const end of ["lower", "upper"] as const) {
          expectNear(effect!.ci[end], pooled.ci[end], { unit: size, part: 1e-6 });
          if (pooled.pi !== null) expectNear(effect!.pi![end], pooled.pi[end], { unit: size, part: 1e-5 });
          if (pooled.tau2.ci !== null) expectNear(fit.tau2.ci![end], pooled.tau2.ci[end], { unit, part: 1e-6 });
        }
        expect([effect!.pi, fit.tau2.ci].map(Boolean)).toEqual([pooled.pi, pooled.tau2.ci].map(Boolean));
        expect(effect!.ci.df).toBe(pooled.ci.df);
        expectNear(fit.heterogeneity.Q, pooled.heterogeneity.Q, { unit: 1 });
        expectNear(fit.heterogeneity.I2, pooled.heterogeneity.I2, { unit: 100, part: 1e-6 });
        expectNear(fit.fit.ML.logLik, pooled.fit.ML.logLik, { unit: 1, part: 1e-7 });
        expectNear(fit.fit.REML!.logLik, pooled.fit.REML!.logLik, { unit: 1, part: 1e-7 });
      }),
    );
  });

  test.each(methods.filter((id) => id !== "EE"))("have the standard error of τ² that pool gives, by %s", (tau2) => {
    const effects = [0.3, -0.2, 0.6, 0.1, 0.9].map(
      (yi, i) => ({ study: `${i}`, measure: "MD", yi, vi: 0.02 + i / 100 }) as const,
    );
    const fit = network(
      effects.map((effect) => ({ ...effect, treat1: "needle", treat2: "sham" })),
      { tau2 },
    );
    expectNear(fit.tau2.se!, pool(effects, { tau2 }).tau2.se!);
  });
});

/** All comparisons of two fits, by names, but for rounding. */
function expectSame(one: Network, other: Network, { scale = 1 } = {}): void {
  const unit = Math.max(...one.contrasts.map(({ vi }) => vi)) + one.tau2.value;
  expectNear(other.tau2.value, scale ** 2 * one.tau2.value, { unit: scale ** 2 * unit, part: 1e-7 });
  expectNear(other.heterogeneity.Q, one.heterogeneity.Q, { unit: 1, part: 1e-8 });
  expectNear(other.heterogeneity.I2, one.heterogeneity.I2, { unit: 100, part: 1e-6 });
  for (const { treatment, against, estimate, se, ci } of leagueTable(one)) {
    const again = compareTreatments(other, treatment, against);
    expectNear(again.estimate, scale * estimate, { unit: scale, part: 1e-6 });
    expectNear(again.se, scale * se, { part: 1e-6 });
    expectNear(again.ci.upper, scale * ci.upper, { unit: scale, part: 1e-6 });
  }
}

describe("nothing changes", () => {
  const options = fc.record({ tau2: fc.constantFrom(...methods), interval: fc.constantFrom(...intervals) });
  const assertSame = (change: (effects: readonly Comparison[]) => readonly Comparison[], more: NetworkOptions = {}) =>
    fc.assert(
      fc.property(networks, options, (effects, chosen) => {
        expectSame(network(effects, chosen), network(change(effects), { ...chosen, ...more }));
      }),
      { numRuns: 60 },
    );

  test("with the order of rows", () => {
    assertSame((effects) => [...effects].reverse());
  });

  test("with the direction of comparisons", () => {
    assertSame((effects) => effects.map((effect, i) => (i % 2 === 0 ? turned(effect) : effect)));
  });

  test("with the reference, but the log-likelihoods neither", () => {
    assertSame((effects) => effects, { reference: "b" });
    fc.assert(
      fc.property(networks, (effects) => {
        const [one, other] = ["a", "c"].map((reference) => network(effects, { tau2: "EE", reference }).fit);
        expectNear(other!.ML.logLik, one!.ML.logLik, { unit: 1 });
        if (one!.REML) expectNear(other!.REML!.logLik, one!.REML.logLik, { unit: 1 });
      }),
    );
  });

  test("but the scale with the scale of effects", () => {
    fc.assert(
      fc.property(networks, options, (effects, chosen) => {
        const scaled = effects.map((effect) => ({ ...effect, yi: 4 * effect.yi, vi: 16 * effect.vi }));
        expectSame(network(effects, chosen), network(scaled, chosen), { scale: 4 });
      }),
      { numRuns: 60 },
    );
  });

  test("with the names of treatments", () => {
    const renamed: Readonly<Record<string, string>> = { a: "f", b: "e", c: "d", d: "c", e: "b", f: "a" };
    fc.assert(
      fc.property(networks, options, (effects, chosen) => {
        const there = effects.map((effect) => ({
          ...effect,
          treat1: renamed[effect.treat1]!,
          treat2: renamed[effect.treat2]!,
        }));
        const back = network(there, chosen);
        for (const { treatment, against, estimate } of leagueTable(network(effects, chosen)))
          expectNear(compareTreatments(back, renamed[treatment]!, renamed[against]!).estimate, estimate, {
            unit: 1,
            part: 1e-6,
          });
      }),
      { numRuns: 60 },
    );
  });

  test("with a part that nothing connects", () => {
    const apart = [comparison("x", "moxa", "cupping", 0.3, 0.1), comparison("y", "moxa", "cupping", 2, 0.2)];
    fc.assert(
      fc.property(networks, options, (effects, chosen) => {
        const alone = network(effects, { ...chosen, reference: "a" });
        const fit = network([...apart, ...effects], { ...chosen, reference: "a", disconnected: "reference" });
        const { warnings, leftOut, ...rest } = fit;
        const { warnings: before, leftOut: none, ...same } = alone;
        expect(rest).toEqual(same);
        expect(leftOut.map(({ study }) => study)).toEqual(["x", "y"]);
        expect(warnings.filter(({ code }) => code !== "LEFT_OUT_DISCONNECTED")).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

test("least squares over all pairs with the reduced weights gives the estimates and Q", () => {
  fc.assert(
    fc.property(networks, fc.constantFrom(...methods), (effects, tau2) => {
      const fit = network(effects, { tau2, reference: "a" });
      const others = fit.effects.map(({ treatment }) => treatment);
      const X = fit.contrasts.map(({ treat1, treat2 }) =>
        others.map((name) => Number(name === treat1) - Number(name === treat2)),
      );
      const weights = fit.contrasts.map(({ weight }) => weight);
      expect(Math.min(...weights)).toBeGreaterThan(0);
      const y = fit.contrasts.map(({ yi }) => yi);
      const { beta, vcov } = leastSquares(X, y, diagonal(weights));
      fit.effects.forEach(({ estimate, se }, i) => {
        expectNear(beta[i]!, estimate, { unit: 1 });
        expectNear(Math.sqrt(vcov[i]![i]!), se);
        expectNear(vcov[i]![0]!, fit.vcov[i]![0]!, { unit: 1 });
      });
      const { contrasts, heterogeneity } = network(effects, { tau2: "EE" });
      const Q = contrasts.reduce((sum, { weight, yi, fitted }) => sum + weight * (yi - fitted) ** 2, 0);
      expectNear(Q, heterogeneity.Q, { unit: 1, part: 1e-8 });
    }),
  );
});

test("results are frozen, without NaN or Infinity, and survive JSON", () => {
  fc.assert(
    fc.property(networks, choices, (effects, options) => {
      const fit = network(effects, options);
      expect(faults(fit)).toEqual([]);
      expect(faults(leagueTable(fit))).toEqual([]);
      expect(leagueTable(JSON.parse(JSON.stringify(fit)))).toEqual(leagueTable(fit));
    }),
    { numRuns: 60 },
  );
});

describe("closed forms", () => {
  test("an indirect comparison is a difference, its variance a sum (Bucher et al. 1997)", () => {
    const fit = network([comparison("1", "A", "C", 0.5, 0.04), comparison("2", "B", "C", 0.2, 0.09)]);
    const { estimate, se } = compareTreatments(fit, "A", "B");
    expectNear(estimate, 0.3);
    expectNear(se ** 2, 0.13);
  });

  test("a loop is the inverse-variance mean of its two ways", () => {
    const fit = network(
      [
        comparison("1", "A", "B", 0.8, 0.1),
        comparison("2", "A", "C", 0.5, 0.04),
        comparison("3", "C", "B", -0.2, 0.06),
      ],
      { tau2: "EE", interval: "z" },
    );
    const { estimate, se } = compareTreatments(fit, "A", "B");
    expectNear(estimate, (0.8 / 0.1 + 0.3 / 0.1) / 20);
    expectNear(se ** 2, 1 / 20);
    expectNear(fit.heterogeneity.Q, 0.5 ** 2 / 0.2);
    expect(fit.heterogeneity.df).toBe(1);
  });

  test("τ² of a loop by DL is where Q − df is shared out", () => {
    const fit = network(
      [comparison("1", "A", "B", 1, 0.1), comparison("2", "A", "C", 0, 0.1), comparison("3", "C", "B", 0, 0.1)],
      { tau2: "DL" },
    );
    // Q = 1/0.3; each of three residuals is a third of 1, tr(P) = 1/0.1 as one of three degrees of freedom is left.
    expectNear(fit.tau2.value, (1 / 0.3 - 1) * 0.1);
    const byRoot = network(
      [comparison("1", "A", "B", 1, 0.1), comparison("2", "A", "C", 0, 0.1), comparison("3", "C", "B", 0, 0.1)],
      { tau2: "PM" },
    );
    expectNear(byRoot.tau2.value, 1 / 3 - 0.1);
  });

  test("a trial alone gives its own effects, whatever their order", () => {
    const arms = [
      { treatment: "A", mean: 1, variance: 0.1 },
      { treatment: "B", mean: 3, variance: 0.4 },
      { treatment: "C", mean: 2.5, variance: 0.2 },
      { treatment: "D", mean: 0, variance: 0.3 },
    ];
    const fit = network(trialOf("1", arms));
    const { estimate, se } = compareTreatments(fit, "B", "D");
    expectNear(estimate, 3);
    expectNear(se ** 2, 0.7);
    expect([fit.k, fit.m, fit.heterogeneity.df]).toEqual([1, 6, 0]);
  });

  test("a trial whose arms are of one size has equal reduced weights, 2/t of the plain ones at τ² = 0", () => {
    const arms = ["A", "B", "C"].map((treatment, mean) => ({ treatment, mean, variance: 0.5 }));
    const [{ weight }] = network(trialOf("1", arms)).contrasts as unknown as [{ weight: number }];
    expectNear(weight, 2 / 3);
  });
});
