import { binomial } from "./binomial.js";
import type { Component } from "./component.js";
import { fitEffectModel } from "./effectModel.js";
import { hypergeometric } from "./hypergeometric.js";
import type { GlmmModel } from "./model.js";

const alone = (component: Component) => ({ parts: [{ component, onNuisance: 0, onEffect: 1 }], start: null });

/**
 * Conditional model: given the events of both groups, a is non-central hypergeometric with log odds ratio uᵢ ~ N(θ,
 * τ²), and x₁ of person-time binomial among x₁ + x₂ with log odds uᵢ + ln(t₁/t₂). Study levels drop out: 2 parameters.
 *
 * Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067, eq. 3 and 8.
 */
export const conditionalExact: GlmmModel<"CM.EL"> = {
  id: "CM.EL",
  label: "conditional, exact likelihood",
  citation: "Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067",
  measures: ["OR", "IRR"],
  fit(strata, measure, options) {
    const studies = strata.map((stratum) => {
      const { a, n1, c, n2 } = stratum;
      return alone(measure === "OR" ? hypergeometric(stratum) : binomial(a, a + c, Math.log(n1 / n2)));
    });
    return fitEffectModel(studies, { ...options, nuisances: 0 });
  },
};

/**
 * The exact conditional likelihood approximated, for rare events, by that of a binomial a among a + c with log odds
 * uᵢ + ln(n₁/n₂), uᵢ ~ N(θ, τ²).
 *
 * Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067, sec. 3.4.
 */
export const conditionalApproximate: GlmmModel<"CM.AL"> = {
  id: "CM.AL",
  label: "conditional, approximate likelihood",
  citation: "Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067",
  measures: ["OR"],
  fit(strata, _measure, options) {
    const studies = strata.map(({ a, n1, c, n2 }) => alone(binomial(a, a + c, Math.log(n1 / n2))));
    return fitEffectModel(studies, { ...options, nuisances: 0 });
  },
};
