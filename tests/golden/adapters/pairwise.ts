import {
  type Effect,
  type IntervalMethod,
  type PooledEffect,
  type PoolOptions,
  pool,
  type Tau2IntervalMethod,
  tau2Estimators,
} from "@acumeta/core";
import { sampleVariance } from "simple-statistics";
import { type Adapter, type Answer, type GoldenCase, notImplemented, peerInexact } from "../goldenCase.ts";

type Tau2 = NonNullable<PoolOptions["tau2"]>;

/** rma's tests, as intervals here. */
const intervalOf: Readonly<Record<string, IntervalMethod>> = { z: "z", knha: "HKSJ", adhoc: "HKSJ-adhoc", t: "t" };

export function effectsOf({ input }: GoldenCase): readonly Effect<"SMD">[] {
  const { yi, vi } = input as { yi: number[]; vi: number[] };
  return yi.map((y, i) => ({ study: String(i + 1), measure: "SMD", yi: y, vi: vi[i]! }));
}

export function isTau2(method: unknown): method is Tau2 {
  return typeof method === "string" && Object.hasOwn(tau2Estimators, method);
}

const ends = (bounds: { lower: number; upper: number } | null) =>
  bounds === null ? null : [bounds.lower, bounds.upper];

/** R divides by a standard error of 0 where we have no statistic. */
function statisticOf({ estimate, ci }: PooledEffect): number {
  return ci.statistic ?? Math.sign(estimate) * Number.POSITIVE_INFINITY;
}

function test(fit: PooledEffect) {
  const { estimate, ci, pi } = fit;
  return { estimate, se: ci.se, statistic: statisticOf(fit), df: ci.df, p: ci.p, ci: ends(ci), pi: ends(pi) };
}

/**
 * The restricted likelihood is that of k − 1 differences between studies. One study leaves none: the likelihood is 1
 * whatever τ² is, BIC takes the logarithm of 0 observations, and we give null. R gives the logarithm of 1, up to rounding,
 * and criteria made of it.
 */
function ofNoObservation({ expected }: GoldenCase): Answer {
  return Math.abs(expected.logLik_REML as number) < Number.EPSILON ? peerInexact : null;
}

const rma: Adapter = (golden) => {
  const { method } = golden.options;
  if (!isTau2(method)) return notImplemented;
  const effects = effectsOf(golden);
  const tests = Object.fromEntries(
    Object.entries(intervalOf).map(([name, interval]) => {
      const prediction = interval === "z" ? "z" : "t(k-1)";
      return [name, test(pool(effects, { tau2: method, interval, prediction }))];
    }),
  );
  const fit = pool(effects, { tau2: method, interval: "z" });
  const predicted = (prediction: NonNullable<PoolOptions["prediction"]>) =>
    ends(pool(effects, { tau2: method, interval: "z", prediction }).pi);
  // With two studies t(k − 2) has no degrees of freedom: our interval is undefined, as meta's is; metafor takes 1.
  const riley = fit.k === 2 ? peerInexact : predicted("t(k-2)");
  const { Q, p, I2, H2, typicalVariance } = fit.heterogeneity;
  const criteria = method === "REML" ? fit.fit.REML : fit.fit.ML;
  return {
    k: fit.k,
    Q,
    Qp: p,
    I2,
    H2,
    s2_typical: typicalVariance,
    tau2: fit.tau2.value,
    tau: Math.sqrt(fit.tau2.value),
    se_tau2: fit.tau2.se,
    logLik_ML: fit.fit.ML.logLik,
    logLik_REML: fit.fit.REML?.logLik ?? ofNoObservation(golden),
    IC: criteria === null ? ofNoObservation(golden) : { AIC: criteria.AIC, BIC: criteria.BIC, AICc: criteria.AICc },
    tests: { ...tests, z: { ...tests.z, pi_tk2: riley, pi_tk1: predicted("t(k-1)") } },
    weights_percent: fit.studies.map(({ weight }) => weight),
  };
};

/** R looks for the limits of τ² no further than a thousand times the variance of the effects. */
const SEARCHED = 1000;

/** Triples of an estimate and its interval. */
const confintTau2: Adapter = (golden) => {
  const { yi } = golden.input as { yi: number[] };
  const by = (tau2: Tau2, tau2Interval: Tau2IntervalMethod): Answer => {
    const { tau2: found, heterogeneity } = pool(effectsOf(golden), { tau2, tau2Interval, interval: "z" });
    const isBeyondSearch = found.ci !== null && found.ci.upper > SEARCHED * sampleVariance(yi);
    const triple = (value: number, ci: { lower: number; upper: number } | null): Answer => [
      value,
      ci?.lower ?? null,
      isBeyondSearch ? peerInexact : (ci?.upper ?? null),
    ];
    const root = found.ci && { lower: Math.sqrt(found.ci.lower), upper: Math.sqrt(found.ci.upper) };
    return {
      tau2: triple(found.value, found.ci),
      tau: triple(Math.sqrt(found.value), root),
      I2: triple(heterogeneity.I2, heterogeneity.I2Ci),
      H2: triple(heterogeneity.H2, heterogeneity.H2Ci),
    };
  };
  return {
    QP_DL: by("DL", "Q-profile"),
    QP_REML: by("REML", "Q-profile"),
    PL_ML: by("ML", "PL"),
    PL_REML: by("REML", "PL"),
    GENQ_invvar: generalisedQ(golden),
  };
};

/** R's root finder stops within this of a limit of the generalised Q: the fourth root of the machine's epsilon. */
const R_STOPS = Number.EPSILON ** 0.25;

/** A limit within R's tolerance of R's, or where R ends its search, is taken for the same; tests/core/pool checks ours. */
function generalisedQ({ input, expected, ...golden }: GoldenCase): Answer {
  if (expected.GENQ_invvar === undefined) return undefined;
  const { tau2: theirs } = expected.GENQ_invvar as { tau2: readonly number[] };
  const { tau2 } = pool(effectsOf({ ...golden, input, expected }), { tau2: "DL", tau2Interval: "GENQ", interval: "z" });
  const end = SEARCHED * sampleVariance(input.yi as number[]);
  const limits = (ends(tau2.ci) ?? []).map((ours, i) =>
    Math.abs(Math.min(ours, end) - theirs[i + 1]!) <= R_STOPS ? peerInexact : ours,
  );
  return { tau2: [tau2.value, ...limits] };
}

/** meta's own conventions: I² and H from Q as fractions, z and t(k − 1) intervals, prediction intervals by name. */
const metagen: Adapter = (golden) => {
  const effects = effectsOf(golden);
  const model = (tau2: Tau2, interval: IntervalMethod): Answer => {
    const options = { tau2, interval } as const;
    const fit = pool(effects, options);
    const { estimate, ci, tau2: found, heterogeneity } = fit;
    const predicted = (prediction: NonNullable<PoolOptions["prediction"]>, from: IntervalMethod) => {
      const { pi } = pool(effects, { tau2, interval: from, prediction });
      return pi && { se: pi.se, df: pi.df ?? Number.POSITIVE_INFINITY, lower: pi.lower, upper: pi.upper };
    };
    return {
      TE: estimate,
      se: ci.se,
      ci: ends(ci),
      statistic: statisticOf(fit),
      p: ci.p,
      df_ci: ci.df ?? Number.POSITIVE_INFINITY,
      tau2: found.value,
      I2: heterogeneity.I2FromQ / 100,
      I2_ci: ends(heterogeneity.I2FromQCi)?.map((x) => x / 100) ?? null,
      H: Math.sqrt(Math.max(1, heterogeneity.H2FromQ)),
      H_ci: ends(heterogeneity.H2FromQCi)?.map(Math.sqrt) ?? null,
      Rb: heterogeneity.Rb / 100,
      pi: {
        V: predicted("t(k-1)", "z"),
        HTS: predicted("t(k-2)", "z"),
        HK: predicted("t(k-1)", "HKSJ"),
        S: predicted("z", "z"),
        KR: predicted("t(ci)", "KR"),
      },
    };
  };
  const { estimate, ci, heterogeneity } = pool(effects, { tau2: "EE", interval: "z" });
  return {
    DL_classic: model("DL", "z"),
    DL_HK: model("DL", "HKSJ"),
    REML_classic: model("REML", "z"),
    REML_HK: model("REML", "HKSJ"),
    REML_KR: model("REML", "KR"),
    common: {
      TE: estimate,
      se: ci.se,
      ci: ends(ci),
      p: ci.p,
      Q: heterogeneity.Q,
      df: heterogeneity.df,
      Qp: heterogeneity.p,
    },
  };
};

export const pairwiseAdapters: Readonly<Record<string, Adapter>> = {
  "pairwise.rma": rma,
  "pairwise.confint_tau2": confintTau2,
  "pairwise.metagen": metagen,
};
