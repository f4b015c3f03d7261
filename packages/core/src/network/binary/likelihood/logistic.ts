import { binomial } from "../../../rare/glmm/binomial.js";
import { decreasingRoot } from "../../../rare/glmm/decreasingRoot.js";
import type { CountTrial } from "../countTrial.js";
import { type TrialJet, type TrialLikelihood, withoutLevel } from "./trialLikelihood.js";

/** Binomial counts with log odds α + θᵢ, the trial's level α being where it is most likely. */
export function logistic({ arms, a, n }: CountTrial): TrialLikelihood {
  const components = Array.from(a, (events, i) => binomial(events, n[i]!));
  const jet = new Float64Array(4);
  const jetAt = (level: number, theta: Float64Array): TrialJet => {
    const t = theta.length;
    const score = new Float64Array(t);
    const information = new Float64Array(t * t);
    let logLik = 0;
    for (let i = 0; i < t; i++) {
      components[i]!.evaluate(level + theta[i]!, jet);
      logLik += jet[0]!;
      score[i] = jet[1]!;
      information[i * t + i] = -jet[2]!;
    }
    return { logLik, score, information };
  };
  const atBest = bestLevel(a, n);
  return { arms, at: (theta) => withoutLevel(atBest(jetAt, theta), theta.length) };
}

const FLATTEST = 1e-6;

/** Finds the level at which ln L is highest, starting from where it was last. */
export function bestLevel(a: Float64Array, n: Float64Array) {
  const events = a.reduce((sum, each) => sum + each, 0);
  const others = n.reduce((sum, each) => sum + each, -events);
  let level = Math.log((events + 0.5) / (others + 0.5));
  return (jetAt: (level: number, theta: Float64Array) => TrialJet, theta: Float64Array): TrialJet => {
    const t = theta.length;
    const slopeOf = ({ score }: TrialJet) => score.subarray(0, t).reduce((sum, each) => sum + each, 0);
    const first = jetAt(level, theta);
    const q = first.score.length;
    const curvature = first.information.reduce((sum, each, place) => {
      return place % q < t && place < t * q ? sum + each : sum;
    }, 0);
    // Far out, quadrature may give none, or one below 0.
    const slope = -Math.max(curvature, FLATTEST);
    level = decreasingRoot((x) => slopeOf(jetAt(x, theta)), level, { slope, atStart: slopeOf(first) });
    return jetAt(level, theta);
  };
}

/** The highest that a trial's likelihood can be. */
export function logisticSaturated({ a, n }: CountTrial): number {
  return a.reduce((sum, events, i) => sum + binomial(events, n[i]!).best().logLik, 0);
}
