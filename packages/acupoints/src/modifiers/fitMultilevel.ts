import { type assumedCovariance, multilevel, robust, robustWaldTest } from "@acumeta/core";
import type { FittedModel, Grouped, ModelCoefficient, ModelOptions, ModelTest } from "./fitEffects.js";

type MultilevelChoices = Omit<ModelOptions, "correlation"> & {
  readonly V: ReturnType<typeof assumedCovariance>;
};

/**
 * Several effects of a trial: an effect of each trial and of each effect in it ("~ 1 | trial/effect", REML) with sampling
 * covariances V. The interval of a coefficient is the wider of two, and its test the one of that interval: the
 * cluster-robust one (CR2, Satterthwaite), which holds if V does not, and the model's own (Satterthwaite), since with few
 * trials that happen to agree the robust standard error may be far smaller than the sampling errors allow: Angrist & Pischke
 * 2009, Mostly Harmless Econometrics, sec. 8.1. Several coefficients at once are tested by CR2 and Hotelling's T².
 */
export function fitMultilevel(effects: readonly Grouped[], { V, ...options }: MultilevelChoices): FittedModel {
  const fit = multilevel<"SMD">(effects, { ...options, random: "~ 1 | trial/effect", V });
  const cluster = effects.map(({ trial }) => trial);
  const { coefficients: robustOnes, warnings } = robust(fit, { cluster, level: options.level });
  const [between, within] = fit.random;
  const coefficients = robustOnes.map(({ name, estimate, ci }, i) => ({
    name,
    estimate,
    ci: ci && wider(ci, fit.coefficients[i]!.ci),
  }));
  return {
    kind: "multilevel",
    coefficients,
    aliased: fit.aliased,
    tau2: [
      { name: "between trials", value: between!.components[0]!.value },
      { name: "within trials", value: within!.components[0]!.value },
    ],
    warnings: [...fit.warnings, ...warnings],
    test: (names) =>
      names.length === 1
        ? testOf(coefficients.find(({ name }) => name === names[0])!)
        : robustWaldTest(fit, { cluster, coefficients: names }),
  };
}

type Limits = NonNullable<ModelCoefficient["ci"]>;

function wider(one: Limits, other: Limits): Limits {
  const { lower, upper, se, df, p } = one.upper - one.lower < other.upper - other.lower ? other : one;
  return { lower, upper, se, df, p };
}

function testOf({ estimate, ci }: ModelCoefficient): ModelTest {
  if (ci === null) return { statistic: null, df1: 1, df2: null, p: null };
  return { statistic: (estimate / ci.se) ** 2, df1: 1, df2: ci.df, p: ci.p };
}
