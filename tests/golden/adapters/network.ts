import {
  compareTreatments,
  type Network,
  type NetworkEffect,
  type NetworkOptions,
  network,
  type TreatmentEffect,
} from "@acumeta/core";
import { type Adapter, type Answer, type GoldenCase, notImplemented } from "../goldenCase.ts";

/** The comparisons of a case, in whose direction R's treat1 stands first. */
export function networkEffects({ input }: GoldenCase): readonly NetworkEffect<"SMD">[] {
  const { studlab, treat1, treat2, TE, seTE } = input as {
    studlab: (string | number)[];
    treat1: string[];
    treat2: string[];
    TE: number[];
    seTE: number[];
  };
  return studlab.map((study, i) => ({
    study: String(study),
    measure: "SMD",
    treat1: treat1[i]!,
    treat2: treat2[i]!,
    yi: TE[i]!,
    vi: seTE[i]! ** 2,
  }));
}

export function fitNetwork(golden: GoldenCase, tau2: NetworkOptions["tau2"] = "DL"): Network {
  const { reference } = golden.options as { reference?: string };
  return network(networkEffects(golden), { tau2, interval: "z", ...(reference === undefined ? {} : { reference }) });
}

type Matrix = readonly (readonly Answer[])[];

/** A number of each treatment against each other one, `own` against itself. */
function matrixOf(fit: Network, of: (effect: TreatmentEffect) => number | null, own: number | null = 0): Matrix {
  const names = fit.treatments.map(({ name }) => name);
  return names.map((a) => names.map((b) => (a === b ? own : of(compareTreatments(fit, a, b)))));
}

const netmeta: Adapter = (golden) => {
  const { methodTau } = golden.options as { methodTau: "DL" | "REML" | "ML" };
  const random = fitNetwork(golden, methodTau);
  const { heterogeneity, tau2 } = random;
  const estimate = ({ estimate }: TreatmentEffect) => estimate;
  const se = ({ se }: TreatmentEffect) => se;
  const shared = {
    treatments: random.treatments.map(({ name }) => name),
    k: random.k,
    m: random.m,
    n: random.treatments.length,
    n_designs: random.designs.length,
    tau: Math.sqrt(tau2.value),
    tau2: tau2.value,
    I2: heterogeneity.I2FromQ / 100,
    I2_ci: heterogeneity.I2FromQCi && [heterogeneity.I2FromQCi.lower / 100, heterogeneity.I2FromQCi.upper / 100],
    Q: heterogeneity.Q,
    df: heterogeneity.df,
    p: heterogeneity.p,
    Q_heterogeneity: notImplemented,
    df_heterogeneity: notImplemented,
    p_heterogeneity: notImplemented,
    Q_inconsistency: notImplemented,
    df_inconsistency: notImplemented,
    p_inconsistency: notImplemented,
  };
  if (methodTau !== "DL") {
    const { reference } = random;
    if (random.m > random.k) return notImplemented;
    const each = (of: (effect: TreatmentEffect) => number) =>
      random.treatments.map(({ name }) => (name === reference ? 0 : of(compareTreatments(random, name, reference))));
    return { ...shared, vs_reference: { reference, TE_random: each(estimate), seTE_random: each(se) } };
  }
  const common = fitNetwork(golden, "EE");
  return {
    ...shared,
    TE_common: matrixOf(common, estimate),
    seTE_common: matrixOf(common, se),
    TE_random: matrixOf(random, estimate),
    seTE_random: matrixOf(random, se),
    lower_random: matrixOf(random, ({ ci }) => ci.lower),
    upper_random: matrixOf(random, ({ ci }) => ci.upper),
    lower_predict: notImplemented,
    upper_predict: notImplemented,
    predict_method: "V",
    seTE_adj_common: common.contrasts.map(({ weight }) => 1 / Math.sqrt(weight)),
    seTE_adj_random: random.contrasts.map(({ weight }) => 1 / Math.sqrt(weight)),
    Q_per_comparison_common: common.contrasts.map(({ yi, fitted, weight }) => weight * (yi - fitted) ** 2),
    leverage_common: notImplemented,
    TE_direct_random: notImplemented,
    TE_indirect_random: notImplemented,
    prop_direct_random: notImplemented,
    Cov_random: notImplemented,
    Cov_names: notImplemented,
  };
};

/** How acumeta answers the cases of a suite. */
export const networkAdapters: Readonly<Record<string, Adapter>> = { "nma.netmeta": netmeta };
