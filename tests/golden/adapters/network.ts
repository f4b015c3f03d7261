import {
  compareTreatments,
  directEvidence,
  hatMatrix,
  type Network,
  type NetworkEffect,
  type NetworkOptions,
  network,
  type TreatmentEffect,
} from "@acumeta/core";
import { type Adapter, type Answer, type GoldenCase, peerInexact } from "../goldenCase.ts";
import { heterogeneityAndInconsistency } from "./networkInconsistency.ts";
import { tau2WithoutCovariances } from "./networkWithoutCovariances.ts";

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

/** A number of each treatment against each other one; 0 against itself. */
function matrixOf(fit: Network, of: (effect: TreatmentEffect) => number | null): Matrix {
  const names = fit.treatments.map(({ name }) => name);
  return names.map((a) => names.map((b) => (a === b ? 0 : of(compareTreatments(fit, a, b)))));
}

const netmeta: Adapter = (golden) => {
  const { methodTau } = golden.options as { methodTau: "DL" | "REML" | "ML" };
  const random = fitNetwork(golden, methodTau);
  const { heterogeneity, tau2 } = random;
  const shared: Readonly<Record<string, Answer>> = {
    treatments: random.treatments.map(({ name }) => name),
    k: random.k,
    m: random.m,
    n: random.treatments.length,
    n_designs: random.designs.length,
    tau: rootOf(tau2, golden),
    tau2: tau2.value,
    I2: heterogeneity.I2FromQ / 100,
    I2_ci: heterogeneity.I2FromQCi && [heterogeneity.I2FromQCi.lower / 100, heterogeneity.I2FromQCi.upper / 100],
    Q: heterogeneity.Q,
    df: heterogeneity.df,
    p: heterogeneity.p,
    ...heterogeneityAndInconsistency(random),
  };
  if (methodTau !== "DL") return { ...shared, ...byLikelihood(golden, random, methodTau) };
  const common = fitNetwork(golden, "EE");
  const byComparison = hatMatrix(common, { by: "comparison" }).rows;
  const arms = (study: string) => common.contrasts.filter((contrast) => contrast.study === study).length;
  return {
    ...shared,
    TE_common: matrixOf(common, estimate),
    seTE_common: matrixOf(common, se),
    TE_random: matrixOf(random, estimate),
    seTE_random: matrixOf(random, se),
    lower_random: matrixOf(random, ({ ci }) => ci.lower),
    upper_random: matrixOf(random, ({ ci }) => ci.upper),
    lower_predict: matrixOf(random, ({ pi }) => pi?.lower ?? null),
    upper_predict: matrixOf(random, ({ pi }) => pi?.upper ?? null),
    predict_method: "V",
    seTE_adj_common: common.contrasts.map(({ weight }) => 1 / Math.sqrt(weight)),
    seTE_adj_random: random.contrasts.map(({ weight }) => 1 / Math.sqrt(weight)),
    Q_per_comparison_common: common.contrasts.map(({ yi, fitted, weight }) => weight * (yi - fitted) ** 2),
    // R leaves open those of trials of several arms.
    leverage_common: byComparison.map(({ study, leverage }) => (arms(study!) === 1 ? leverage : null)),
    ...directAndIndirect(random),
    Cov_random: covariances(random),
  };
};

/** Where τ² is exactly 0, R's search stops at a variance of up to some 1e-7 and reports its root. */
function rootOf({ value, atBoundary }: Network["tau2"], { expected, tol = 0 }: GoldenCase): Answer {
  const theirs = expected.tau2 as number;
  return value === 0 && atBoundary && theirs > 0 && theirs <= tol ? peerInexact : Math.sqrt(value);
}

const estimate = ({ estimate }: Pick<TreatmentEffect, "estimate">) => estimate;
const se = ({ se }: TreatmentEffect) => se;

function directAndIndirect(fit: Network): Readonly<Record<string, Answer>> {
  const evidence = directEvidence(fit);
  const byName = new Map(evidence.map((each) => [`${each.treatment}:${each.against}`, each]));
  const names = fit.treatments.map(({ name }) => name);
  const matrix = (part: "direct" | "indirect"): Matrix =>
    names.map((a) =>
      names.map((b) => {
        const turned = byName.get(`${b}:${a}`)?.[part];
        return byName.get(`${a}:${b}`)?.[part]?.estimate ?? (turned ? -turned.estimate : null);
      }),
    );
  return {
    TE_direct_random: matrix("direct"),
    TE_indirect_random: matrix("indirect"),
    prop_direct_random: Object.fromEntries([...byName].map(([name, { share }]) => [name, share])),
    Cov_names: [...byName.keys()],
  };
}

/** Of every pair of treatments with every other. */
function covariances({ treatments, reference, effects, vcov }: Network): Matrix {
  const row = new Map(effects.map(({ treatment }, i) => [treatment, i]));
  const covariance = (a: string, b: string) =>
    a === reference || b === reference ? 0 : vcov[row.get(a)!]![row.get(b)!]!;
  const pairs = treatments.flatMap(({ name }, i) =>
    treatments.slice(i + 1).map((other) => [name, other.name] as const),
  );
  return pairs.map(([a, b]) =>
    pairs.map(([c, d]) => covariance(a, c) - covariance(a, d) - covariance(b, c) + covariance(b, d)),
  );
}

/**
 * netmeta's likelihood leaves out sampling covariances: where its τ² differs from ours, and is that of its model, and its effects
 * are those of generalised least squares at its τ², they are not compared.
 */
function byLikelihood(golden: GoldenCase, fit: Network, method: "REML" | "ML"): Readonly<Record<string, Answer>> {
  const { reference } = fit;
  const { tau2, vs_reference } = golden.expected as unknown as { tau2: number; vs_reference: VersusReference };
  const near = (one: number, other: number) => Math.abs(one - other) <= golden.tol! * Math.max(1, Math.abs(other));
  const effects = networkEffects(golden);
  const isTheirModel =
    fit.m > fit.k && !near(fit.tau2.value, tau2) && near(tau2WithoutCovariances(effects, { reference, method }), tau2);
  if (!isTheirModel) return { vs_reference: versusReference(fit) };
  const atTheirs = network(
    effects.map((effect) => ({ ...effect, vi: effect.vi + tau2 })),
    { tau2: "EE", interval: "z", reference },
  );
  const { TE_random, seTE_random } = versusReference(atTheirs);
  const areTheirs =
    TE_random.every((each, i) => near(each, vs_reference.TE_random[i]!)) &&
    seTE_random.every((each, i) => near(each, vs_reference.seTE_random[i]!));
  return areTheirs
    ? { tau: peerInexact, tau2: peerInexact, vs_reference: peerInexact }
    : { vs_reference: versusReference(fit) };
}

interface VersusReference {
  readonly reference: string;
  readonly TE_random: readonly number[];
  readonly seTE_random: readonly number[];
}

function versusReference(fit: Network): VersusReference & { readonly [key: string]: Answer } {
  const { reference } = fit;
  const each = (of: (effect: TreatmentEffect) => number) =>
    fit.treatments.map(({ name }) => (name === reference ? 0 : of(compareTreatments(fit, name, reference))));
  return { reference, TE_random: each(estimate), seTE_random: each(se) };
}

/** How acumeta answers the cases of a suite. */
export const networkAdapters: Readonly<Record<string, Adapter>> = { "nma.netmeta": netmeta };
