import { type Moments, moments, solveMoments } from "../../pool/tau2/moments.js";
import { closedForm, degreesWithin, type Stratum, sumWithin, type WithinEstimator } from "./strata.js";

/** The weight of a study with a variance. */
type Weight = (variance: number) => number;

/**
 * Sets ΣQ with fixed weights, summed over subgroups with a mean each, equal to its expectation: with 1/v the estimator of
 * DerSimonian and Laird, with 1 that of Hedges. A subgroup of one study adds nothing.
 *
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, eq. 4-6; Borenstein, Hedges, Higgins & Rothstein
 * 2009, Introduction to Meta-Analysis, ch. 19 (τ² within).
 */
export function byMoments(weight: Weight): WithinEstimator {
  return (strata) => closedForm(solveMoments(momentsOf(strata, weight)));
}

/** {@link byMoments} once more, with the weights 1/(v + τ₁²) of a first estimate. */
export function byTwoSteps(first: WithinEstimator): WithinEstimator {
  return (strata) => {
    const start = first(strata).value;
    return byMoments((variance) => 1 / (variance + start))(strata);
  };
}

function momentsOf(strata: readonly Stratum[], weight: Weight): Moments {
  const total = { Q: 0, atZero: 0, slope: 0 };
  for (const { y, v } of strata) {
    if (y.length === 1) continue;
    const { Q, atZero, slope } = moments(y, v, v.map(weight));
    total.Q += Q;
    total.atZero += atZero;
    total.slope += slope;
  }
  return total;
}

/** (Q − k)/Σw of Hunter and Schmidt, Q within subgroups; Q first by k over its degrees of freedom where `corrected`. */
export function byHunterSchmidt({ corrected }: { corrected: boolean }): WithinEstimator {
  return (strata) => {
    const k = strata.reduce((sum, { y }) => sum + y.length, 0);
    const df = degreesWithin(strata);
    const Q = sumWithin(strata, 0, ({ q1 }) => q1);
    const excess = corrected ? (k * (Q - df)) / df : Q - k;
    return closedForm(Math.max(0, excess / sumWithin(strata, 0, ({ w1 }) => w1)));
  };
}

/** τ₀² Q(τ₀²)/df of Sidik and Jonkman, τ₀² the crude variance of all effects, Q within subgroups. */
export const bySidikJonkman: WithinEstimator = (strata) => {
  const crude = crudeVariance(strata.flatMap(({ y }) => [...y]));
  return closedForm(crude === 0 ? 0 : (crude * sumWithin(strata, crude, ({ q1 }) => q1)) / degreesWithin(strata));
};

function crudeVariance(y: readonly number[]): number {
  let mean = 0;
  for (const [i, each] of y.entries()) mean += (each - mean) / (i + 1);
  return y.reduce((sum, each) => sum + (each - mean) ** 2, 0) / y.length;
}
