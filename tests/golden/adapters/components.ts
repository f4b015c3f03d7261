import {
  type CombinationEffect,
  type ComponentEffect,
  type ComponentNetwork,
  type ComponentNetworkOptions,
  combinationEffect,
  componentNetwork,
  type ToldEffect,
} from "@acumeta/core";
import type { Adapter, Answer, GoldenCase } from "../goldenCase.ts";
import { networkEffects } from "./network.ts";

/** A matrix of components and interactions as they are told here. */
function toldBy({ input }: GoldenCase): ComponentNetworkOptions {
  const { C_matrix, C_rows, C_cols } = input as { C_matrix?: number[][]; C_rows: string[]; C_cols: string[] };
  if (C_matrix === undefined) return {};
  const ofRow = (i: number) => C_cols.filter((name, j) => C_matrix[i]![j] === 1 && !name.includes("*"));
  return {
    components: Object.fromEntries(C_rows.map((name, i) => [name, ofRow(i)])),
    interactions: C_cols.filter((name) => name.includes("*")),
  };
}

function fit(golden: GoldenCase, tau2: "EE" | "DL"): ComponentNetwork {
  const { inactive } = golden.options as { inactive?: string };
  return componentNetwork(networkEffects(golden), {
    tau2,
    interval: "z",
    ...(inactive !== undefined && { inactive }),
    ...toldBy(golden),
  });
}

const table = (effects: readonly (ComponentEffect | CombinationEffect)[]) => ({
  est: effects.map(({ estimate }) => estimate),
  se: effects.map(({ se }) => se),
  lower: effects.map(({ ci }) => ci!.lower),
  upper: effects.map(({ ci }) => ci!.upper),
  p: effects.map(({ ci }) => ci!.p),
});

const component: Adapter = (golden) => {
  const [common, random] = [fit(golden, "EE"), fit(golden, "DL")];
  const { additivity, heterogeneity, tau2, combinations } = random;
  const names = combinations.map(({ combination }) => combination);
  const matrix = (of: (effect: ToldEffect) => number): Answer =>
    names.map((row) => names.map((column) => (row === column ? 0 : of(combinationEffect(random, row, column)))));
  const { complex } = (golden.expected as { netcomplex: { complex: readonly string[] } }).netcomplex;
  const complexes = complex.map((name) => combinationEffect(random, name));
  return {
    components: random.components.map(({ component: name }) => name),
    treatments: names,
    n_subnets: random.parts.length,
    C_matrix: combinations.map(({ components }) =>
      random.components.map(({ parts }) => (parts.every((part) => components.includes(part)) ? 1 : 0)),
    ),
    C_rows: names,
    comp_common: table(common.components),
    comp_random: table(random.components),
    comb_common: table(common.combinations),
    comb_random: table(combinations),
    TE_random: matrix(({ estimate }) => estimate),
    seTE_random: matrix(({ se }) => se),
    Q_additive: heterogeneity.Q,
    df_additive: heterogeneity.df,
    p_additive: heterogeneity.p,
    Q_standard: additivity?.QStandard ?? null,
    df_standard: additivity?.dfStandard ?? null,
    Q_diff: additivity?.Q ?? null,
    df_diff: additivity?.df ?? null,
    p_diff: additivity === null || additivity.df === 0 ? null : additivity.p,
    tau: Math.sqrt(tau2.value),
    tau2: tau2.value,
    I2: heterogeneity.I2FromQ / 100,
    netcomplex: {
      complex,
      est_random: complexes.map(({ estimate }) => estimate),
      se_random: complexes.map(({ se }) => se),
    },
  };
};

/** How acumeta answers the cases of a suite. */
export const componentAdapters: Readonly<Record<string, Adapter>> = { "nma.component": component };
