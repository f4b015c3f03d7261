import type { Stratum } from "../zeroCells.js";
import { binomial } from "./binomial.js";
import type { Component } from "./component.js";
import { fitEffectModel } from "./effectModel.js";
import type { GlmmModel, TwoGroupMeasure } from "./model.js";
import { poisson } from "./poisson.js";

/** The likelihoods of the two groups of a study. */
export function groupsOf({ a, n1, c, n2 }: Stratum, measure: TwoGroupMeasure): readonly [Component, Component] {
  return measure === "OR" ? [binomial(a, n1), binomial(c, n2)] : [poisson(a, n1), poisson(c, n2)];
}

/**
 * Unconditional model with a level αᵢ of its own for each study: η = αᵢ ± ½uᵢ in the two groups, uᵢ ~ N(θ, τ²), with
 * binomial counts (logit) or Poisson counts (log rate). Study levels are fixed effects: k + 2 parameters.
 *
 * Turner, Omar, Yang, Goldstein & Thompson 2000, Statistics in Medicine 19:3417-3432, sec. 2.2; Jackson, Law, Stijnen,
 * Viechtbauer & White 2018, Statistics in Medicine 37:1059-1085, model 4.
 */
export const fixedStudies: GlmmModel<"UM.FS"> = {
  id: "UM.FS",
  label: "unconditional, fixed study levels",
  citation: "Turner et al. 2000, Statistics in Medicine 19:3417-3432",
  measures: ["OR", "IRR"],
  fit(strata, measure, options) {
    const studies = strata.map((stratum) => {
      const [first, second] = groupsOf(stratum, measure);
      const parts = [
        { component: first, onNuisance: 1, onEffect: 0.5 },
        { component: second, onNuisance: 1, onEffect: -0.5 },
      ];
      return { parts, start: middle(stratum, measure) };
    });
    return fitEffectModel(studies, { ...options, nuisances: strata.length });
  },
};

/** Halfway between the log odds or log rates of both groups, ½ added to each cell. */
export function middle({ a, n1, c, n2 }: Stratum, measure: TwoGroupMeasure): number {
  if (measure === "IRR") return (Math.log((a + 0.5) / n1) + Math.log((c + 0.5) / n2)) / 2;
  return (Math.log((a + 0.5) / (n1 - a + 0.5)) + Math.log((c + 0.5) / (n2 - c + 0.5))) / 2;
}
