import {
  type DesignQ,
  decomposeQ,
  type Network,
  type NodeSplit,
  type PartOfQ,
  type SplitEstimate,
  splitNodes,
} from "@acumeta/core";
import { cholesky, choleskySolve } from "../../../packages/core/src/linear/cholesky.ts";
import type { Adapter, Answer } from "../goldenCase.ts";
import { fitNetwork } from "./network.ts";

/** Q within and between designs, as R's netmeta calls them. */
export function heterogeneityAndInconsistency(fit: Network): Readonly<Record<string, Answer>> {
  const { within, between } = decomposeQ(fit);
  return {
    Q_heterogeneity: within.Q,
    df_heterogeneity: within.df,
    p_heterogeneity: within.p,
    Q_inconsistency: between.Q,
    df_inconsistency: between.df,
    p_inconsistency: between.p,
  };
}

const columns = (tests: readonly PartOfQ[]) => ({
  Q: tests.map(({ Q }) => Q),
  df: tests.map(({ df }) => df),
  p: tests.map(({ p }) => p),
});

const keyOf = (treatments: readonly string[]) => [...treatments].sort().join("\n");

const decomposition: Adapter = (golden) => {
  const found = decomposeQ(fitNetwork(golden));
  const byTreatments = new Map(found.designs.map((design) => [keyOf(design.treatments), design]));
  const named = (name: string) => byTreatments.get(keyOf(name.split(":")))!;
  const { within_designs, detach_single_design, Q_inc_design } = golden.expected as unknown as {
    within_designs: { design: string[] };
    detach_single_design: { design: string[] };
    Q_inc_design: Record<string, number>;
  };
  const random = found.random!;
  return {
    total: {
      source: ["Total", "Within designs", "Between designs"],
      ...columns([found.total, found.within, found.between]),
    },
    within_designs: {
      design: within_designs.design,
      ...columns(within_designs.design.map((name) => named(name).within)),
    },
    detach_single_design: {
      design: detach_single_design.design,
      ...columns(detach_single_design.design.map((name) => named(name).detached!)),
    },
    between_full_interaction_random: { ...columns([random]), tau_within: [Math.sqrt(random.tau2)] },
    Q_inc_design: Object.fromEntries(Object.keys(Q_inc_design).map((name) => [name, lastRow(named(name), name)])),
  };
};

/**
 * R has a row rᵢ(V⁻¹r)ᵢ for each treatment of a design against its first in R's order, all of the name of the design, so that
 * the last alone is left in an object of names.
 */
function lastRow({ treatments, estimates, vcov, inconsistency }: DesignQ, name: string): number {
  if (treatments.length === 2) return inconsistency;
  const [first, ...others] = name.split(":").map((treatment) => treatments.indexOf(treatment));
  const residual = (place: number) =>
    place === 0 ? 0 : estimates[place - 1]!.estimate - estimates[place - 1]!.network;
  const covariance = (a: number, b: number) => (a === 0 || b === 0 ? 0 : vcov[a - 1]![b - 1]!);
  const r = Float64Array.from(others, (place) => residual(place) - residual(first!));
  const V = others.flatMap((a) =>
    others.map((b) => covariance(a, b) - covariance(a, first!) - covariance(first!, b) + covariance(first!, first!)),
  );
  return r.at(-1)! * choleskySolve(cholesky(Float64Array.from(V), r.length)!, r).at(-1)!;
}

/** Numbers of an effect in R's direction: `sign` is −1 where R's is the other. */
function effectColumns(rows: readonly (SplitEstimate | null)[], signs: readonly number[]) {
  const column = (of: (estimate: SplitEstimate, sign: number) => number | null) =>
    rows.map((row, i) => row && of(row, signs[i]!));
  return {
    TE: column(({ estimate }, sign) => sign * estimate),
    seTE: column(({ se }) => se),
    lower: column(({ ci }, sign) => (sign === 1 ? ci.lower : -ci.upper)),
    upper: column(({ ci }, sign) => (sign === 1 ? ci.upper : -ci.lower)),
    statistic: column(({ ci }, sign) => sign * ci.statistic!),
    p: column(({ ci }) => ci.p),
  };
}

const methods = { "Back-calculation": "back-calculation", SIDDE: "SIDDE" } as const;

const splits: Adapter = (golden) => {
  const method = methods[golden.options.method as keyof typeof methods];
  const { comparison } = golden.expected as unknown as { comparison: string[] };
  const rowsOf = (tau2: "EE" | "DL"): readonly NodeSplit[] => {
    const { comparisons } = splitNodes(fitNetwork(golden, tau2), { method });
    const byTreatments = new Map(comparisons.map((row) => [keyOf([row.treatment, row.against]), row]));
    return comparison.map((name) => byTreatments.get(keyOf(name.split(":")))!);
  };
  const [common, random] = [rowsOf("EE"), rowsOf("DL")];
  const signs = random.map(({ treatment }, i) => (comparison[i]!.startsWith(`${treatment}:`) ? 1 : -1));
  const differences = (rows: readonly NodeSplit[]) => {
    const columns = effectColumns(
      rows.map(({ difference }) => difference),
      signs,
    );
    return { ...columns, z: columns.statistic };
  };
  const of = (part: "direct" | "indirect" | "network") =>
    effectColumns(
      random.map((row) => row[part]),
      signs,
    );
  return {
    comparison,
    k: random.map(({ studies }) => studies.length),
    prop_common: common.map(({ share }) => share),
    prop_random: random.map(({ share }) => share),
    direct_random: of("direct"),
    indirect_random: of("indirect"),
    compare_common: differences(common),
    compare_random: differences(random),
    nma_random: of("network"),
  };
};

/** How acumeta answers the cases of a suite. */
export const networkInconsistencyAdapters: Readonly<Record<string, Adapter>> = {
  "nma.decomp_design": decomposition,
  "nma.netsplit": splits,
};
