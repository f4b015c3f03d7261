import { backTransform, freeze, type Measure, metaError } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";
import { knownFit } from "../methods/reportedFit.js";
import { type AbsoluteEffect, absoluteEffect, type Estimate } from "./absoluteEffect.js";
import { type Certainty, certainties } from "./certainty.js";
import { type EffectInUnits, effectInUnits } from "./effectInUnits.js";
import type { FindingOutcome } from "./outcome.js";

/** A row of a summary of findings. */
export interface OutcomeFinding {
  readonly outcome: string;
  readonly better: "higher" | "lower";
  readonly measure: Measure;
  readonly studies: number;
  /** null where not every study tells its number. */
  readonly participants: number | null;
  /** On the scale people read: ratios back-transformed. */
  readonly effect: Estimate & { readonly level: number };
  /** null without a baseline risk. */
  readonly absolute: (AbsoluteEffect & { readonly source: string }) | null;
  /** null without units. */
  readonly inUnits: EffectInUnits | null;
  /** null where you did not rate it. */
  readonly certainty: Certainty | null;
  readonly comment: string;
}

/**
 * A GRADE summary of findings: for each outcome the studies and participants, the relative effect, the effect per 100 patients at a
 * baseline risk that you give, in units of a scale that you give, and the certainty that you rated. Nothing of these is assumed:
 * what you leave out is null.
 *
 * Throws `WRONG_ARGUMENT`, `RISK_OUT_OF_RANGE`, `NO_ABSOLUTE_EFFECT` or `NO_UNITS` where the measure has none, `UNKNOWN_CHOICE`
 * for another certainty. Guyatt et al. 2011, Journal of Clinical Epidemiology 64:383-394.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { summaryOfFindings } from "@acumeta/reporting";
 * const fit = pool([{ study: "A", measure: "logRR", yi: Math.log(2), vi: 0.01 }], { interval: "z" });
 * const [finding] = summaryOfFindings([
 *   { outcome: "Pain halved", fit, baseline: { risk: 0.3, source: "the trial's sham group" } },
 * ]);
 * finding!.absolute!.treatment.estimate; // => 60
 * finding!.absolute!.difference.estimate; // => 30
 * finding!.certainty; // => null
 */
export function summaryOfFindings(outcomes: readonly FindingOutcome[]): readonly OutcomeFinding[] {
  checkArgument(
    Array.isArray(outcomes) && outcomes.every(isOutcome),
    "outcomes",
    outcomes,
    "a list of { outcome, fit, … }",
  );
  return freeze(outcomes.map(findingOf));
}

function isOutcome(outcome: unknown): boolean {
  return isObject(outcome) && typeof (outcome as FindingOutcome).outcome === "string" && "fit" in outcome;
}

function findingOf({
  outcome,
  fit,
  better = "higher",
  baseline,
  units,
  certainty,
  comment = "",
}: FindingOutcome): OutcomeFinding {
  checkArgument(knownFit(fit).kind === "pool", outcome, Object.keys(fit), "what pool gives");
  checkArgument(
    certainty === undefined || (isObject(certainty) && Array.isArray(certainty.reasons)),
    "certainty",
    certainty,
    'a rating with its reasons: { rating: "low", reasons: ["imprecision"] }',
  );
  if (certainty !== undefined && !Object.hasOwn(certainties, certainty.rating))
    throw metaError(messages.unknownCertainty(outcome, certainty.rating, Object.keys(certainties)));
  const { measure, k, n, estimate, ci } = fit;
  const effect = { measure, estimate, lower: ci.lower, upper: ci.upper };
  const shown = (x: number) => backTransform(measure, x);
  return {
    outcome,
    better,
    measure,
    studies: k,
    participants: n,
    effect: { estimate: shown(estimate), lower: shown(ci.lower), upper: shown(ci.upper), level: ci.level },
    absolute:
      baseline === undefined
        ? null
        : { ...absoluteEffect(effect, { outcome, risk: baseline.risk }), source: baseline.source },
    inUnits: units === undefined ? null : effectInUnits(effect, { outcome, units }),
    certainty: certainty ?? null,
    comment,
  };
}
