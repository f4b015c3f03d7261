import { median } from "simple-statistics";
import type { Box, Curved } from "../../numerics/minimiseInBox.js";
import { minusLogLikelihood } from "./likelihood.js";
import type { ResolvedSelection } from "./options.js";

/**
 * The likelihood of effects turned and scaled so that the p-values of large positive ones are small and the typical
 * standard error is 1, which makes the search the same in every unit.
 */
export interface Problem {
  readonly evaluate: (theta: Float64Array) => Curved;
  readonly box: Box;
  /** Of (μ, τ², the δ to estimate): what a scaled value is to be multiplied by. */
  readonly units: Float64Array;
  /** What Jacobian adds to the log-likelihood: −k log(unit). */
  readonly logUnit: number;
}

/** How many times the largest effect or standard error the search goes. */
const REACH = 100;

export function problem(y: Float64Array, v: Float64Array, choices: ResolvedSelection): Problem {
  const { weight, least, alternative, steps, parameters, tau2 } = choices;
  const unit = Math.sqrt(median(Array.from(v)));
  const signed = alternative === "less" ? -unit : unit;
  const scaledY = y.map((each) => each / signed);
  const scaledV = v.map((each) => each / unit / unit);
  const far = REACH * scaledY.reduce((most, each, i) => Math.max(most, Math.abs(each) + Math.sqrt(scaledV[i]!)), 0);
  const free = parameters.filter(({ held }) => held === null);
  const held = parameters.map((parameter) => parameter.held);
  const studies = { y: scaledY, v: scaledV, weight, least, held, steps, twoSided: alternative === "twoSided" };
  return {
    evaluate: minusLogLikelihood(studies),
    box: {
      lower: [-far, 0, ...free.map(({ lower }) => lower)],
      upper: [far, tau2 === "EE" ? 0 : far * far, ...free.map(({ upper }) => upper)],
    },
    units: Float64Array.from([signed, unit * unit, ...free.map(() => 1)]),
    logUnit: -y.length * Math.log(unit),
  };
}

/** A box in which τ² is held. */
export function withTau2({ lower, upper }: Box, tau2: number): Box {
  return { lower: lower.with(1, tau2), upper: upper.with(1, tau2) };
}
