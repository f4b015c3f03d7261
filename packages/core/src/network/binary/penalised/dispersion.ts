import { type Registered, registry } from "../../../registry/registry.js";

/** A factor by which variances exceed those of binomial counts, at least 1. */
export interface Dispersion<Id extends string = string> extends Registered<Id> {
  /** From Pearson's χ² of the counts. */
  readonly compute: (facts: { readonly Q: number; readonly df: number }) => number;
}

const none: Dispersion<"none"> = {
  id: "none",
  label: "binomial variances: a common effect",
  citation: "Evrenoglou et al. 2022, Statistics in Medicine 41:5203-5219",
  compute: () => 1,
};

/** Q/df, where that is above 1. */
const pearson: Dispersion<"Pearson"> = {
  id: "Pearson",
  label: "heterogeneity as a factor of all variances, Pearson's χ²/df",
  citation:
    "McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., sec. 4.5; Evrenoglou et al. 2022, Statistics in Medicine 41:5203-5219",
  compute: ({ Q, df }) => (df === 0 ? 1 : Math.max(1, Q / df)),
};

/** Overdispersion of counts about a penalised fit, by id. */
export const dispersions = registry([none, pearson]);

export type DispersionId = keyof typeof dispersions;
