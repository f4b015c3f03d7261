import type { Measure } from "../../effects/effect.js";
import { type Registered, registry } from "../../registry/registry.js";
import type { Denominator } from "../zeroCells.js";
import { binomial } from "./binomial.js";
import type { Component } from "./component.js";
import { poisson } from "./poisson.js";

/** What a generalised linear mixed model of single groups estimates; `x` events among `n` patients or in a time `n`. */
export interface OneGroupMeasure<Id extends string = string> extends Registered<Id> {
  readonly scale: Measure;
  readonly per: Denominator;
  readonly component: (x: number, n: number) => Component;
  /** Of a study's own estimate, ½ added where it would be infinite. */
  readonly variance: (x: number, n: number) => number;
}

const logOdds: OneGroupMeasure<"PLO"> = {
  id: "PLO",
  label: "log odds of a proportion",
  citation: "Hamza, van Houwelingen & Stijnen 2008, Journal of Clinical Epidemiology 61:41-51",
  scale: "PLO",
  per: "patients",
  component: binomial,
  variance(x, n) {
    const plus = x === 0 || x === n ? 0.5 : 0;
    return 1 / (x + plus) + 1 / (n - x + plus);
  },
};

const logRate: OneGroupMeasure<"IRLN"> = {
  id: "IRLN",
  label: "log incidence rate",
  citation: "Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067",
  scale: "IRLN",
  per: "person-time",
  component: poisson,
  variance: (x) => 1 / (x === 0 ? 0.5 : x),
};

/** What a generalised linear mixed model of single groups estimates, by id. */
export const oneGroupMeasures = registry([logOdds, logRate]);
