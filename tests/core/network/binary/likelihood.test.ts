import { binaryNetwork, type EventsArm } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { conditionalMoments } from "../../../../packages/core/src/network/binary/likelihood/conditionalMoments.ts";
import { hypergeometric } from "../../../../packages/core/src/network/binary/likelihood/hypergeometric.ts";
import { mixedLogistic } from "../../../../packages/core/src/network/binary/likelihood/mixedLogistic.ts";
import { minimise } from "../../../../packages/core/src/numerics/minimise.ts";
import { expectNear } from "../../../properties/near.ts";
import { smoking } from "./arms.ts";

const choose = (n: number, r: number): number => (r === 0 ? 1 : (choose(n - 1, r - 1) * n) / r);

describe("the non-central hypergeometric distribution of several arms", () => {
  const a = Float64Array.of(2, 5, 1, 0);
  const n = Float64Array.of(9, 12, 7, 5);
  const theta = Float64Array.of(0, 0.8, -0.5, -2);

  /** Every table with the same margins. */
  const tables: { readonly counts: readonly number[]; readonly weight: number }[] = [];
  for (let u = 0; u <= 8; u++)
    for (let v = 0; u + v <= 8; v++)
      for (let w = 0; u + v + w <= 8; w++) {
        const counts = [u, v, w, 8 - u - v - w];
        if (counts.some((count, i) => count > n[i]!)) continue;
        const weight = counts.reduce((part, count, i) => part * choose(n[i]!, count) * Math.exp(count * theta[i]!), 1);
        tables.push({ counts, weight });
      }
  const total = tables.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (counts: readonly number[]) => number) =>
    tables.reduce((sum, { counts, weight }) => sum + weight * of(counts), 0) / total;

  test("has the moments of all tables with the same margins", () => {
    const { logLik, score, information } = conditionalMoments(a, n, theta);
    const own = a.reduce((part, count, i) => part * choose(n[i]!, count) * Math.exp(count * theta[i]!), 1);
    expectNear(logLik, Math.log(own / total), { part: 1e-12 });
    for (let i = 0; i < 4; i++) {
      const expected = mean((counts) => counts[i]!);
      expectNear(score[i]!, a[i]! - expected, { part: 1e-11, unit: 1 });
      for (let j = 0; j < 4; j++) {
        const covariance = mean((counts) => counts[i]! * counts[j]!) - expected * mean((counts) => counts[j]!);
        expectNear(information[i * 4 + j]!, covariance, { part: 1e-11, unit: 1 });
      }
    }
  });

  test("of two arms is the one of a table, also where counts are large", () => {
    const trial = { study: "1", arms: Int32Array.of(0, 1), a: Float64Array.of(363, 75), n: Float64Array.of(714, 731) };
    for (const effect of [-1, 0.2, 2.5]) {
      const own = hypergeometric(trial).at(Float64Array.of(effect, 0));
      const general = conditionalMoments(trial.a, trial.n, Float64Array.of(effect, 0));
      expectNear(general.logLik, own.logLik, { part: 1e-11 });
      expectNear(general.score[0]!, own.score[0]!, { part: 1e-10, unit: 1 });
      expectNear(general.information[0]!, own.information[0]!, { part: 1e-10 });
      expectNear(general.information[1]!, -own.information[0]!, { part: 1e-10 });
    }
  });
});

test("random effects of three arms are integrated as a fine grid does it", () => {
  const [a, n] = [Float64Array.of(2, 6, 1), Float64Array.of(14, 15, 16)];
  const theta = Float64Array.of(0, 0.9, -0.4);
  const tau = 0.8;
  const logLikelihood = (eta: readonly number[]) =>
    eta.reduce(
      (sum, each, i) => sum + Math.log(choose(n[i]!, a[i]!)) + a[i]! * each - n[i]! * Math.log1p(Math.exp(each)),
      0,
    );
  const [STEP, END] = [0.1, 8];
  const integral = (alpha: number) => {
    let sum = 0;
    for (let x = -END; x <= END; x += STEP)
      for (let y = -END; y <= END; y += STEP) {
        const first = (tau / Math.SQRT2) * (x / Math.SQRT2 + y / Math.sqrt(6));
        const second = (tau / Math.SQRT2) * (-x / Math.SQRT2 + y / Math.sqrt(6));
        const u = [first, second, -first - second];
        const density = Math.exp(-(x * x + y * y) / 2) / (2 * Math.PI);
        sum += Math.exp(logLikelihood(u.map((each, i) => alpha + theta[i]! + each))) * density * STEP * STEP;
      }
    return Math.log(sum);
  };
  const best = minimise((x) => -integral(x[0]!), [-1.5]);
  const { logLik } = mixedLogistic({ study: "1", arms: Int32Array.of(0, 1, 2), a, n }, 20).at(theta, tau);
  expectNear(logLik, -best.value, { part: 1e-9 });
});

describe("smoking cessation", () => {
  test("by logistic regression is what R 4.2.2's glm(cbind(a, n - a) ~ study + treatment, binomial) gives", () => {
    const { effects, heterogeneity, fit } = binaryNetwork(smoking, { method: "logistic", tau2: "EE", reference: "A" });
    const expected = [
      ["B", 0.226110039866336, 0.1254432378423501],
      ["C", 0.763973898114426, 0.0581457590508631],
      ["D", 0.836841555900959, 0.1747676237467485],
    ] as const;
    for (const [i, [treatment, estimate, se]] of expected.entries()) {
      expect(effects[i]!.treatment).toBe(treatment);
      expectNear(effects[i]!.estimate, estimate, { part: 1e-10 });
      expectNear(effects[i]!.se, se, { part: 1e-8 });
    }
    expectNear(heterogeneity.Q, 239.965001181907, { part: 1e-12 });
    expect(heterogeneity.df).toBe(23);
    expectNear(fit.ML.logLik, -233.779835566281, { part: 1e-12 });
  });

  test("with random effects is where no step raises the likelihood", () => {
    const { effects, tau2, fit } = binaryNetwork(smoking, { method: "logistic", reference: "A" });
    const trials = trialsOf(smoking).map((trial) => mixedLogistic(trial, 7));
    const logLik = (x: Float64Array) =>
      trials.reduce(
        (sum, { arms, at }) =>
          sum +
          at(
            Float64Array.from(arms, (place) => x[place]!),
            x[4]!,
          ).logLik,
        0,
      );
    const best = Float64Array.of(0, ...effects.map(({ estimate }) => estimate), Math.sqrt(tau2.value));
    expectNear(logLik(best), fit.ML.logLik, { part: 1e-12 });
    for (const i of [1, 2, 3, 4])
      for (const step of [-1e-3, 1e-3]) expect(logLik(best.with(i, best[i]! + step))).toBeLessThan(fit.ML.logLik);
  });

  test("with random effects is more likely than with one, and predicts effects farther out", () => {
    const common = binaryNetwork(smoking, { method: "logistic", tau2: "EE", reference: "A" });
    const random = binaryNetwork(smoking, { method: "logistic", reference: "A" });
    expect(random.fit.ML.logLik).toBeGreaterThan(common.fit.ML.logLik);
    expect(random.effects[0]!.pi!.upper).toBeGreaterThan(random.effects[0]!.ci.upper);
    expect(common.effects[0]!.pi).toBe(null);
  });
});

function trialsOf(arms: readonly EventsArm[]) {
  const studies = [...new Set(arms.map(({ study }) => study))];
  return studies.map((study) => {
    const own = arms.filter((arm) => arm.study === study);
    return {
      study,
      arms: Int32Array.from(own, ({ treatment }) => "ABCD".indexOf(treatment)),
      a: Float64Array.from(own, ({ a }) => a),
      n: Float64Array.from(own, ({ n }) => n),
    };
  });
}

describe("Firth's penalty", () => {
  const arms = [
    { study: "1", treatment: "a", a: 0, n: 12 },
    { study: "1", treatment: "b", a: 3, n: 11 },
    { study: "1", treatment: "c", a: 0, n: 14 },
    { study: "2", treatment: "b", a: 1, n: 20 },
    { study: "2", treatment: "c", a: 0, n: 22 },
    { study: "3", treatment: "a", a: 0, n: 9 },
    { study: "3", treatment: "c", a: 0, n: 10 },
  ];

  /** Levels of trials 1, 2, 3 and effects of b and c, as a dense regression. */
  const rows = arms.map(({ study, treatment, a, n }) => ({
    x: [1, 2, 3]
      .map((level) => Number(String(level) === study))
      .concat(["b", "c"].map((name) => Number(name === treatment))),
    a,
    n,
  }));
  const penalised = (beta: Float64Array) => {
    const information = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
    let logLik = 0;
    for (const { x, a, n } of rows) {
      const eta = x.reduce((sum, each, j) => sum + each * beta[j]!, 0);
      const risk = 1 / (1 + Math.exp(-eta));
      logLik += a * eta - n * Math.log1p(Math.exp(eta));
      for (let j = 0; j < 5; j++)
        for (let l = 0; l < 5; l++) information[j]![l]! += n * risk * (1 - risk) * x[j]! * x[l]!;
    }
    return logLik + 0.5 * Math.log(determinant(information));
  };

  test("is highest where a dense search finds it, without any event in a trial or with a treatment", () => {
    const found = minimise((beta) => -penalised(beta), new Float64Array(5), { tolerance: 1e-12 });
    const { effects } = binaryNetwork(arms, { method: "Firth", reference: "a" });
    expectNear(effects[0]!.estimate, found.x[3]!, { part: 1e-6 });
    expectNear(effects[1]!.estimate, found.x[4]!, { part: 1e-6 });
  });

  test("with Pearson's dispersion multiplies variances by χ²/df, if that is above 1", () => {
    const [plain, scaled] = (["none", "Pearson"] as const).map((dispersion) =>
      binaryNetwork(smoking, { method: "Firth", dispersion, reference: "A" }),
    );
    expect(scaled!.vcov).toEqual(plain!.vcov);
    const { Q, df } = scaled!.heterogeneity;
    expectNear(scaled!.scaled.factor, Q / df);
    expectNear(scaled!.effects[0]!.ci.se, Math.sqrt(Q / df) * plain!.effects[0]!.se);
    const sparse = binaryNetwork(arms, { method: "Firth", dispersion: "Pearson" });
    expect(sparse.heterogeneity.Q).toBeLessThan(sparse.heterogeneity.df);
    expect(sparse.scaled.factor).toBe(1);
  });
});

function determinant(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 1) return matrix[0]![0]!;
  return matrix[0]!.reduce((sum, each, j) => {
    const minor = matrix.slice(1).map((row) => row.filter((_, l) => l !== j));
    return sum + (j % 2 === 0 ? 1 : -1) * each * determinant(minor);
  }, 0);
}
