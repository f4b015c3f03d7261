import { binomial } from "../../../rare/glmm/binomial.js";
import type { CountTrial } from "../countTrial.js";
import { integrated } from "./integrated.js";
import { bestLevel } from "./logistic.js";
import { quadratureGrid } from "./quadratureGrid.js";
import { sumZeroBasis } from "./sumZeroBasis.js";
import { type TrialJet, withoutLevel } from "./trialLikelihood.js";

/** A trial whose ln L depends on τ too: the last element of its jets. */
export interface MixedTrial {
  readonly arms: Int32Array;
  readonly at: (theta: Float64Array, tau: number) => TrialJet;
}

/**
 * Binomial counts with log odds α + θᵢ + uᵢ − ū, the uᵢ independent N(0, ½τ²), so that the log odds ratio of any two arms is
 * N(θᵢ − θⱼ, τ²), and the trial's level α where it is most likely. u − ū is integrated out.
 *
 * Turner et al. 2000, Statistics in Medicine 19:3417-3432, sec. 2.2, for two arms.
 */
export function mixedLogistic({ arms, a, n }: CountTrial, points: number): MixedTrial {
  const t = arms.length;
  const components = Array.from(a, (events, i) => binomial(events, n[i]!));
  const integral = integrated(components, sumZeroBasis(t), quadratureGrid(t - 1, points));
  const atBest = bestLevel(a, n);
  return {
    arms,
    at(theta, tau) {
      const jetAt = (level: number) =>
        integral(
          theta.map((each) => level + each),
          tau,
        );
      return withoutLevel(atBest(jetAt, theta), t);
    },
  };
}
