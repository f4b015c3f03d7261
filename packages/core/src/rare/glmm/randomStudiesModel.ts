import { fitEffect } from "./fitEffect.js";
import { groupsOf, middle } from "./fixedStudies.js";
import type { GlmmModel } from "./model.js";
import { fitRandomStudies } from "./randomStudies.js";
import { waldOfNuisances } from "./waldOfNuisances.js";

/**
 * Unconditional model with random study levels: η = αᵢ ± ½uᵢ in the two groups, αᵢ ~ N(μ, σ²) and uᵢ ~ N(θ, τ²)
 * independent. With an effect of its own for each study (for the tests of heterogeneity) levels stay random.
 *
 * Turner, Omar, Yang, Goldstein & Thompson 2000, Statistics in Medicine 19:3417-3432, sec. 2.3; Jackson, Law, Stijnen,
 * Viechtbauer & White 2018, Statistics in Medicine 37:1059-1085, model 5.
 */
export const randomStudies: GlmmModel<"UM.RS"> = {
  id: "UM.RS",
  label: "unconditional, random study levels",
  citation: "Turner et al. 2000, Statistics in Medicine 19:3417-3432",
  measures: ["OR", "IRR"],
  fit(strata, measure, { rule, common }) {
    const components = strata.map((stratum) => groupsOf(stratum, measure));
    const groups = components.map(([first, second]) => [
      { component: first, contrast: 0.5 },
      { component: second, contrast: -0.5 },
    ]);
    const level = strata.reduce((sum, stratum) => sum + middle(stratum, measure), 0) / strata.length;
    const start = { mu: level, theta: 0 };
    const fit = fitRandomStudies(groups, rule, { common, start });

    // The likelihood seen from the other side: what varies is the level of group 2, what each study has of its own is
    // the effect, in group 1. The test depends on which group is called 1, in R as here.
    const ofLevels = components.map(([first, second]) => ({
      parts: [
        { component: first, onNuisance: 1, onEffect: 1 },
        { component: second, onNuisance: 0, onEffect: 1 },
      ],
      start: 0,
    }));
    const free = fitEffect(ofLevels, rule, false);
    return {
      ...fit,
      levels: { mean: fit.mu, variance: fit.sigma ** 2 },
      parameters: common ? 3 : 4,
      saturated: { logLik: free.logLik, wald: waldOfNuisances(ofLevels, free, rule) },
      evaluations: fit.evaluations + free.evaluations,
    };
  },
};
