import { assumedCovariance, detectableDifference, freeze, metaError } from "@acumeta/core";
import { contrasts, type Question, type Trials } from "@acumeta/trials";
import type { FittedModel } from "./fitEffects.js";
import { fitMultilevel } from "./fitMultilevel.js";
import { messages, timeReasons } from "./messages.js";
import { checkNames, checkNumbers, type DependenceOptions } from "./options.js";
import type { SlopeAtCorrelation, TimeCourse, TimedEffect } from "./timeCourseResult.js";
import { timeCourseWords } from "./timeCourseWords.js";
import { type WeekEffect, weekEffects } from "./weekEffects.js";

/** How to ask how an effect changes after treatment. */
export interface TimeCourseOptions extends DependenceOptions {
  /** Weeks after the end of treatment that are looked at; 104 unless given. */
  readonly until?: number;
}

const defaults: Required<TimeCourseOptions> = { correlation: 0.7, level: 0.95, power: 0.8, until: 104 };
const SWEEP = [0.3, 0.5, 0.7, 0.9];

/**
 * How an effect changes after the end of treatment: the effects of a trial at all its weeks as repeated measures, the
 * change every three months (13 weeks) of the same patients.
 *
 *   yᵢⱼ = μ + β (tᵢⱼ − t̄ᵢ) + uᵢ + wᵢⱼ + eᵢⱼ,   corr(eᵢⱼ, eᵢₖ) = φ^|tᵢⱼ − tᵢₖ|
 *
 * t in three months from the end of treatment and t̄ᵢ its mean in trial i, so that β is told within trials alone (Neuhaus &
 * Kalbfleisch 1998, Biometrics 54:638-645). No paper prints φ: it is assumed, and the answer told for 0.3 to 0.9. The
 * interval is the wider of the cluster-robust one (CR2, Satterthwaite), which needs no φ, and the model's. Only trials with
 * two weeks or more after treatment tell anything: the same arms, those of a side combined, on one scale in all of them.
 *
 * @param question A question with SMDs, or the id of one; its weeks do not matter.
 * @param options `correlation` φ 0.7, `until` 104, `level` 0.95 and `power` 0.8 unless given.
 *
 * Throws `NOT_SMD`, `UNKNOWN_OPTION`, `OPTION_OUT_OF_RANGE`, and what `contrasts` throws.
 *
 * MacPherson et al. 2017, Pain 158:784-793, asked the same of patients' own data.
 *
 * @example
 * import { timeCourse } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const course = timeCourse(await readTrials("datasets/pain-trials"), "all-pain/acupuncture-vs-sham/pain/short");
 * course.trials; // => 3
 * course.effects.length; // => 8
 * course.sweep.map(({ correlation }) => correlation); // => [0.3, 0.5, 0.7, 0.9]
 */
export function timeCourse(trials: Trials, question: Question | string, options: TimeCourseOptions = {}): TimeCourse {
  checkNames(options, Object.keys(defaults));
  const resolved = { ...defaults, ...options };
  checkNumbers(resolved);
  const { until, correlation, level, power } = resolved;
  if (!(until > 0 && until < Infinity))
    throw metaError(messages.outOfRange("until", until, "a number of weeks above 0"));
  const { question: asked } = contrasts(trials, question);
  if (asked.measure !== "SMD") throw metaError(messages.notSmd(asked.id, asked.measure));
  const { effects, leftOut } = weekEffects(trials, asked, until);
  const repeated = new Set(effects.map(({ trial }) => trial)).size;
  const fitAt = (phi: number) => {
    const fit = fitSlope(effects, phi, level);
    return { fit, told: slopeOf(fit, { correlation: phi, level, power }) };
  };
  const isAnswered = repeated > 1;
  const own = isAnswered ? fitAt(correlation) : null;
  const course = {
    question: { id: asked.id, label: asked.label },
    trials: repeated,
    effects: effects.map(timedEffect),
    leftOut,
    unanswered: isAnswered ? null : timeReasons.tooFewTrials(repeated),
    chosen: own?.told ?? null,
    sweep: isAnswered ? SWEEP.map((phi) => fitAt(phi).told) : [],
    choices: { correlation, until, level, power },
    warnings: own?.fit.warnings ?? [],
  };
  return freeze<TimeCourse>({ ...course, sentence: timeCourseWords(course, asked) });
}

function fitSlope(effects: readonly WeekEffect[], autocorrelation: number, level: number): FittedModel {
  const V = assumedCovariance<"SMD">(effects, { cluster: "trial", time: { column: "quarter", autocorrelation } });
  return fitMultilevel(effects, { moderators: "~ fromMean", reference: {}, level, V });
}

function slopeOf(
  { coefficients }: FittedModel,
  { correlation, level, power }: { correlation: number; level: number; power: number },
): SlopeAtCorrelation {
  const [mean, slope] = coefficients;
  const ci = slope!.ci && { ...slope!.ci, level };
  return {
    correlation,
    slope: slope!.estimate,
    ci,
    detectable: ci && detectableDifference({ ...ci, power }),
    mean: mean!.estimate,
  };
}

function timedEffect({ trial, study, weeksAfter, yi, vi, provenance: { scale, source } }: WeekEffect): TimedEffect {
  return { trial, study, weeksAfter, yi, vi, scale, source };
}
