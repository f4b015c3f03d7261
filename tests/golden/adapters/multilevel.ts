import {
  componentIntervals,
  type Effect,
  type Multilevel,
  type MultilevelOptions,
  multilevel,
  type RandomEffect,
  randomEffects,
} from "@acumeta/core";
import { type Adapter, type Answer, type GoldenCase, peerInexact } from "../goldenCase.ts";

type Columns = Readonly<Record<string, readonly (number | string)[]>>;

/** What every fit of rma.mv reports. */
export function report(fit: Multilevel, t: boolean): Readonly<Record<string, Answer>> {
  const each = <T>(of: (coefficient: Multilevel["coefficients"][number]) => T) => fit.coefficients.map(of);
  const { omnibus, heterogeneity, fit: statistics } = fit;
  return {
    k: fit.k,
    beta: each(({ estimate }) => estimate),
    se: each(({ ci }) => ci.se),
    statistic: each(({ ci }) => ci.statistic),
    pval: each(({ ci }) => ci.p),
    ...(t ? { df: each(({ ci }) => ci.df) } : {}),
    ci_lb: each(({ ci }) => ci.lower),
    ci_ub: each(({ ci }) => ci.upper),
    vcov: fit.vcov,
    QE: heterogeneity.QE,
    QEp: heterogeneity.p,
    QM: omnibus.statistic,
    QM_df: [omnibus.df1, omnibus.df2],
    QMp: omnibus.p,
    logLik: statistics.logLik,
    AIC: statistics.AIC,
    BIC: statistics.BIC,
    AICc: statistics.AICc,
  };
}

export function intercepts(fit: Multilevel): Readonly<Record<string, Answer>> {
  return {
    sigma2: fit.random.map(({ components }) => components[0]!.value),
    sigma2_nlevels: fit.random.map(({ groups, levels }) => Math.max(groups.length, levels.length)),
    pi: fit.pi === null ? null : [fit.pi.lower, fit.pi.upper],
    I2_total: fit.heterogeneity.I2,
    I2_levels: fit.random.map(({ I2 }) => I2),
  };
}

export function effectsOf({ input }: GoldenCase): readonly Effect<"SMD">[] {
  const { yi, vi, V } = input as { yi: number[]; vi?: number[]; V?: number[][] };
  const columns = Object.entries(input as Columns).filter(([name]) => !["yi", "vi", "V"].includes(name));
  return yi.map((y, i) => ({
    study: String(i + 1),
    measure: "SMD",
    yi: y,
    vi: vi?.[i] ?? V![i]![i]!,
    ...Object.fromEntries(columns.map(([name, values]) => [name, values[i]])),
  }));
}

function design({ input, expected }: GoldenCase): Pick<MultilevelOptions, "moderators"> {
  const { designMatrix } = input as { designMatrix?: number[][] };
  return designMatrix === undefined
    ? {}
    : { moderators: { names: expected.names as readonly string[], rows: designMatrix } };
}

/** What rma.mv fits, with the random effects that a suite names. */
export function fit(
  golden: GoldenCase,
  random: RandomEffect | readonly RandomEffect[],
  V?: MultilevelOptions["V"],
): Multilevel {
  const { method, test = "z" } = golden.options as { method: "ML" | "REML"; test?: "z" | "t" };
  return multilevel(effectsOf(golden), { random, method, test, ...design(golden), ...(V === undefined ? {} : { V }) });
}

function profiles(fit: Multilevel): Readonly<Record<string, Answer>> {
  const limits = componentIntervals(fit).map(({ ci }, i) => [`sigma2_${i + 1}_profile_ci`, [ci!.lower, ci!.upper]]);
  return Object.fromEntries(limits);
}

/** Where σ² is exactly 0 so are its effects; R stops its search at a variance of some 1e-10 and reports its root. */
function predicted(fit: Multilevel): Answer {
  const { effects } = randomEffects(fit)[0]!;
  return {
    level: effects.map(({ group }) => group),
    est: effects.map(({ estimate }) => estimate),
    se: effects.map(({ se }) => (fit.random[0]!.components[0]!.atBoundary && se === 0 ? peerInexact : se)),
  };
}

const nested: Adapter = (golden) => {
  const result = fit(golden, "~ 1 | L1/L2");
  return {
    ...report(result, golden.options.test === "t"),
    ...intercepts(result),
    names: result.coefficients.map(({ name }) => name),
    sigma2_names: result.random.map(({ label }) => label),
    optimisersDisagreeBy: peerInexact,
    ...(golden.expected.sigma2_1_profile_ci === undefined ? {} : profiles(result)),
    ...(golden.expected.ranef_L1 === undefined ? {} : { ranef_L1: predicted(result) }),
  };
};

const structured: Adapter = (golden) => {
  const { struct } = golden.options as { struct: "CS" };
  const { V, inner } = golden.input as { V: number[][]; inner: string[] };
  const isTime = struct === ("AR" as string) || struct === ("CAR" as string);
  const times = isTime ? { ...golden, input: { ...golden.input, inner: inner.map(Number) } } : golden;
  const result = fit(times, { inner: "inner", outer: "outer", structure: struct }, V);
  const [random] = result.random;
  const ofKind = (wanted: string) => random!.components.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  const rhos = ofKind("correlation");
  return {
    ...report(result, false),
    tau2: ofKind("variance"),
    rho: rhos.length > 0 ? rhos : [0],
    G: random!.G,
    tau2_levels: random!.levels,
    names: result.coefficients.map(({ name }) => name),
    optimisersDisagreeBy: peerInexact,
  };
};

const known: Adapter = (golden) => {
  const { R, Rnames, sp } = golden.input as { R: number[][]; Rnames: string[]; sp: string[] };
  const correlated = { ...golden, input: { ...golden.input, sp2: sp } };
  const result = fit(correlated, [
    { group: "sp", correlation: { names: Rnames, matrix: R } },
    { group: "sp2" },
    { group: "es" },
  ]);
  return {
    ...report(result, false),
    ...intercepts(result),
    names: result.coefficients.map(({ name }) => name),
    sigma2_names: result.random.map(({ label }) => label),
    optimisersDisagreeBy: peerInexact,
  };
};

const crossed: Adapter = (golden) => {
  const result = fit(golden, ["~ 1 | sp2", "~ 1 | es"]);
  return {
    ...report(result, false),
    ...intercepts(result),
    names: result.coefficients.map(({ name }) => name),
    sigma2_names: result.random.map(({ label }) => label),
    optimisersDisagreeBy: peerInexact,
  };
};

const structures = ["ID", "DIAG", "CS", "HCS", "UN", "AR", "CAR"];

export const multilevelAdapters: Readonly<Record<string, Adapter>> = {
  "mv.nested": nested,
  "mv.nested.mods": nested,
  "mv.R": known,
  "mv.crossed": crossed,
  ...Object.fromEntries(structures.map((id) => [`mv.${id}`, structured])),
};
