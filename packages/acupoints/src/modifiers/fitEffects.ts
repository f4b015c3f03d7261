import { assumedCovariance, type Effect, metaRegression, type Warning, waldTest } from "@acumeta/core";
import { fitMultilevel } from "./fitMultilevel.js";

/** A coefficient with its interval; `ci` is null where a single trial tells of it. */
export interface ModelCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly ci: {
    readonly lower: number;
    readonly upper: number;
    readonly se: number;
    readonly df: number | null;
    readonly p: number;
  } | null;
}

/** A test that several coefficients are 0; p is null where the trials are too few for it. */
export interface ModelTest {
  readonly statistic: number | null;
  readonly df1: number;
  readonly df2: number | null;
  readonly p: number | null;
}

/** A variance of true effects. */
export interface ModelVariance {
  readonly name: "between trials" | "within trials";
  readonly value: number;
}

export interface FittedModel {
  readonly kind: "meta-regression" | "multilevel";
  readonly coefficients: readonly ModelCoefficient[];
  /** Columns that follow from others. */
  readonly aliased: readonly string[];
  readonly tau2: readonly ModelVariance[];
  readonly warnings: readonly Warning[];
  readonly test: (names: readonly string[]) => ModelTest;
}

export interface ModelOptions {
  readonly moderators: string;
  readonly reference: Readonly<Record<string, string>>;
  readonly level: number;
  readonly correlation: number;
}

/** An effect of a trial. */
export type Grouped = Effect<"SMD"> & { readonly trial: string };

/**
 * Effects that are all of different trials by meta-regression (REML, intervals by Hartung-Knapp-Sidik-Jonkman but never
 * narrower than by "z"); with several of a trial by {@link fitMultilevel}.
 */
export function fitEffects(effects: readonly Grouped[], { correlation, ...options }: ModelOptions): FittedModel {
  const isDependent = new Set(effects.map(({ trial }) => trial)).size < effects.length;
  if (!isDependent) return onePerTrial(effects, options);
  const V = assumedCovariance<"SMD">(effects, { cluster: "trial", correlation });
  return fitMultilevel(effects, { ...options, V });
}

function onePerTrial(effects: readonly Grouped[], options: Omit<ModelOptions, "correlation">): FittedModel {
  const fit = metaRegression<Grouped>(effects, { ...options, interval: "HKSJ-adhoc" });
  return {
    kind: "meta-regression",
    coefficients: fit.coefficients.map(({ name, estimate, se, df, p, ci: { lower, upper } }) => ({
      name,
      estimate,
      ci: { lower, upper, se, df, p },
    })),
    aliased: fit.aliased.map(({ name }) => name),
    tau2: [{ name: "between trials", value: fit.tau2.value }],
    warnings: fit.warnings,
    test: (names) => waldTest(fit, names),
  };
}
