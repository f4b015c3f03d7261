import { messages } from "../../../errors/messages.js";
import { metaError } from "../../../errors/metaError.js";
import type { CountNetwork } from "../countTrial.js";
import { along, type Scored, type ScoredPoint, scoring } from "./scoring.js";

/** Where the penalised likelihood is highest. */
export interface PenalisedFit extends Pick<Scored, "beta" | "vcov" | "logLik" | "risks"> {
  readonly iterations: number;
}

const MAX_ITERATIONS = 1000;
/** A gain in the penalised ln L that small is none. */
const NO_GAIN = 1e-20;
/** A step changes no log odds by more: beyond it the likelihood is flat, and no step leads back. */
const LONGEST = 5;

/**
 * Logistic regression on levels of trials and treatments, with Firth's penalty ½ ln|I| (the likelihood times Jeffreys' prior),
 * which takes away the bias of order 1/n and is finite whatever the counts: Fisher's scoring, steps halved where they lead
 * down or far beyond the summit, as with few patients they do.
 *
 * Firth 1993, Biometrika 80:27-38; Heinze & Schemper 2002, Statistics in Medicine 21:2409-2419.
 */
export function penalisedLogistic(network: CountNetwork): PenalisedFit {
  const levels = network.trials.map(({ a, n }) => {
    const events = a.reduce((sum, each) => sum + each, 0.5);
    return Math.log(events / (n.reduce((sum, each) => sum + each, 1) - events));
  });
  const evaluate = scoring(network);
  const first = evaluate({ alpha: Float64Array.from(levels), beta: network.start.map(() => 0) });
  if (first === null) throw metaError(messages.parametersAtInfinity());
  let here = first;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const next = advance(here, evaluate);
    const isLast = next === null || here.gain <= NO_GAIN * (1 + Math.abs(here.penalised));
    here = next ?? here;
    if (isLast) return { beta: here.beta, vcov: here.vcov, logLik: here.logLik, risks: here.risks, iterations };
  }
  throw metaError(messages.parametersAtInfinity());
}

function advance(here: Scored, evaluate: (point: ScoredPoint) => Scored | null): Scored | null {
  const noise = 1e-12 * (1 + Math.abs(here.penalised));
  const longest = Math.max(...[...here.step.alpha, ...here.step.beta].map(Math.abs));
  for (let factor = Math.min(1, LONGEST / longest); factor > 1e-9; factor /= 2) {
    const there = evaluate({
      alpha: here.alpha.map((each, s) => each + factor * here.step.alpha[s]!),
      beta: here.beta.map((each, j) => each + factor * here.step.beta[j]!),
    });
    if (there === null) continue;
    if (there.penalised >= here.penalised - noise && along(there.slope, here.step) > -0.5 * here.gain) return there;
  }
  return null;
}
