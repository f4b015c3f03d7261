import { hypergeometric as ofTwoArms } from "../../../rare/glmm/hypergeometric.js";
import type { CountTrial } from "../countTrial.js";
import { conditionalMoments } from "./conditionalMoments.js";
import { maximise } from "./maximise.js";
import type { TrialLikelihood } from "./trialLikelihood.js";

/**
 * The exact conditional likelihood of a trial given its events in all arms: non-central hypergeometric, of several arms
 * multivariate, P(a) ∝ Π C(nᵢ, aᵢ) exp(aᵢθᵢ).
 *
 * Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067, eq. 3; McCullagh & Nelder 1989, Generalized Linear
 * Models, 2nd ed., ch. 7.
 */
export function hypergeometric({ arms, a, n }: CountTrial): TrialLikelihood {
  if (arms.length > 2) return { arms, at: (theta) => conditionalMoments(a, n, theta) };
  const component = ofTwoArms({ a: a[0]!, n1: n[0]!, c: a[1]!, n2: n[1]! });
  const jet = new Float64Array(4);
  return {
    arms,
    at(theta) {
      component.evaluate(theta[0]! - theta[1]!, jet);
      const [logLik, slope, curvature] = jet as unknown as readonly [number, number, number];
      return {
        logLik,
        score: Float64Array.of(slope, -slope),
        information: Float64Array.of(-curvature, curvature, curvature, -curvature),
      };
    },
  };
}

/** The highest that a trial's likelihood can be; arms without events, or with only events, are certain there. */
export function hypergeometricSaturated({ study, arms, a, n }: CountTrial): number {
  const open = [...arms.keys()].filter((i) => a[i]! > 0 && a[i]! < n[i]!);
  if (open.length < 2) return 0;
  const kept = {
    study,
    arms: Int32Array.from(open.keys()),
    a: Float64Array.from(open, (i) => a[i]!),
    n: Float64Array.from(open, (i) => n[i]!),
  };
  const logOdds = kept.a.map((each, i) => Math.log(each / (kept.n[i]! - each)));
  return maximise(
    [hypergeometric(kept)],
    0,
    logOdds.slice(1).map((each) => each - logOdds[0]!),
  ).logLik;
}
