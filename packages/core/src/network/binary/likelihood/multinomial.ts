import { logGamma } from "../../../numerics/gamma.js";
import type { CountTrial } from "../countTrial.js";
import type { TrialLikelihood } from "./trialLikelihood.js";

/**
 * The conditional likelihood of a trial given its events in all arms, for rare events: multinomial with probabilities
 * proportional to nᵢ exp θᵢ.
 *
 * Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067, sec. 3.4 (two arms).
 */
export function multinomial({ arms, a, n }: CountTrial): TrialLikelihood {
  const m = a.reduce((sum, each) => sum + each, 0);
  const constant = logGamma(m + 1) - a.reduce((sum, each) => sum + logGamma(each + 1), 0);
  return {
    arms,
    at(theta) {
      const top = Math.max(...theta);
      const parts = theta.map((each, i) => n[i]! * Math.exp(each - top));
      const total = parts.reduce((sum, each) => sum + each, 0);
      const shares = parts.map((each) => each / total);
      const logLik = a.reduce((sum, each, i) => (each === 0 ? sum : sum + each * Math.log(shares[i]!)), constant);
      const t = theta.length;
      const information = new Float64Array(t * t);
      for (let i = 0; i < t; i++)
        for (let j = 0; j < t; j++) information[i * t + j] = m * shares[i]! * ((i === j ? 1 : 0) - shares[j]!);
      return { logLik, score: a.map((each, i) => each - m * shares[i]!), information };
    },
  };
}

/** The highest that a trial's likelihood can be. */
export function multinomialSaturated({ a }: CountTrial): number {
  const m = a.reduce((sum, each) => sum + each, 0);
  return a.reduce(
    (sum, each) => (each === 0 ? sum : sum + each * Math.log(each / m) - logGamma(each + 1)),
    logGamma(m + 1),
  );
}
