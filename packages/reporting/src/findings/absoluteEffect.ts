import { type Measure, metaError, smdToOddsRatio } from "@acumeta/core";
import { messages } from "../messages.js";

/** How many of 100 patients have the event. */
export interface AbsoluteEffect {
  /** Of the comparator's patients: the baseline risk. */
  readonly comparator: number;
  readonly treatment: Estimate;
  /** Treatment less comparator. */
  readonly difference: Estimate;
}

export interface Estimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

type Told = Estimate & { readonly measure: Measure };

/** From the comparator's risk and an effect to the treatment's risk; risks above 1, which ratios can give, end at 1. */
const risks: Readonly<Record<string, (risk: number, effect: number) => number>> = {
  logRR: (risk, effect) => risk * Math.exp(effect),
  logOR: fromOdds,
  RD: (risk, effect) => risk + effect,
  SMD: (risk, effect) => fromOdds(risk, smdToOddsRatio({ yi: effect, vi: 1 }).yi),
};

/**
 * The effect per 100 patients at a baseline risk: of a risk ratio p·RR, of an odds ratio by its odds, of an SMD by the odds ratio
 * of improving that it implies (logistic outcome; Chinn 2000, Statistics in Medicine 19:3127-3131).
 *
 * Schünemann et al. 2023, Cochrane Handbook, ch. 14 and 15.
 */
export function absoluteEffect(
  { measure, ...effect }: Told,
  { outcome, risk }: { readonly outcome: string; readonly risk: number },
): AbsoluteEffect {
  const treated = Object.hasOwn(risks, measure) ? risks[measure]! : undefined;
  if (treated === undefined) throw metaError(messages.noRiskOf(outcome, measure));
  if (!(risk > 0 && risk < 1)) throw metaError(messages.riskOutOfRange(outcome, risk));
  const per100 = (value: number) => 100 * Math.min(1, Math.max(0, treated(risk, value)));
  const treatment = { estimate: per100(effect.estimate), lower: per100(effect.lower), upper: per100(effect.upper) };
  const less = (value: number) => value - 100 * risk;
  return {
    comparator: 100 * risk,
    treatment,
    difference: { estimate: less(treatment.estimate), lower: less(treatment.lower), upper: less(treatment.upper) },
  };
}

function fromOdds(risk: number, logOddsRatio: number): number {
  const odds = (risk / (1 - risk)) * Math.exp(logOddsRatio);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
