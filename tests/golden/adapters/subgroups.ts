import { type Subgroups, subgroups } from "@acumeta/core";
import { type Adapter, notImplemented } from "../goldenCase.ts";
import { effectsOf, isTau2 } from "./pairwise.ts";

/** metagen with a subgroup: I² from Q as a fraction; df of Q between as a list of one. */
const subgroup: Adapter = (golden) => {
  const { method, tauCommon, ci } = golden.options;
  const { subgroup: by } = golden.input as { subgroup: string[] };
  if (!isTau2(method)) return notImplemented;
  const interval = ci === "HK" ? "HKSJ" : "z";
  const found = subgroups(effectsOf(golden), { by, tau2: method, commonTau2: tauCommon === true, interval });
  const { groups, between, within, overall } = found;
  return {
    levels: groups.map(({ label }) => label),
    k: groups.map(({ fit }) => fit.k),
    common: {
      TE: groups.map(({ fixed }) => fixed.estimate),
      se: groups.map(({ fixed }) => fixed.se),
      Q_between: between.fixed.Q,
      Q_within: within.Q,
      df_between: between.fixed.df,
      p_between: between.fixed.p,
    },
    random: randomEffects(found),
    overall: { TE_random: overall.estimate, se_random: overall.ci.se, tau2: overall.tau2.value },
  };
};

function randomEffects({ groups, between: { random } }: Subgroups) {
  return {
    TE: groups.map(({ fit }) => fit.estimate),
    se: groups.map(({ fit }) => fit.ci.se),
    lower: groups.map(({ fit }) => fit.ci.lower),
    upper: groups.map(({ fit }) => fit.ci.upper),
    tau2: groups.map(({ fit }) => fit.tau2.value),
    I2: groups.map(({ fit }) => fit.heterogeneity.I2FromQ / 100),
    Q: groups.map(({ fit }) => fit.heterogeneity.Q),
    Q_between: random?.Q ?? null,
    df_between: random === null ? null : [random.df],
    p_between: random?.p ?? null,
  };
}

export const subgroupAdapters: Readonly<Record<string, Adapter>> = { subgroup };
