import { counted } from "@acumeta/core";
import { type Question, sideNames } from "@acumeta/trials";
import { decimals, percentWords, withInterval } from "./numberWords.js";
import type { TimeCourse } from "./timeCourseResult.js";

/** Slopes are small: a third decimal tells them from 0. */
const DIGITS = 3;

/** A time course in words: the change, what its test leaves open, and what hangs on the assumed correlation. */
export function timeCourseWords(
  { unanswered, chosen, sweep, trials, effects, choices }: Omit<TimeCourse, "sentence">,
  question: Question,
): string {
  const { treatment, comparator } = sideNames(question);
  const asked = `${treatment} against ${comparator.toLowerCase()}, ${question.outcome}`;
  if (unanswered !== null || chosen === null) return `${asked}: no answer; ${unanswered}.`;
  const slopes = sweep.map(({ slope }) => slope);
  const [least, most] = [decimals(Math.min(...slopes), DIGITS), decimals(Math.max(...slopes), DIGITS)];
  const last = Math.max(...effects.map(({ weeksAfter }) => weeksAfter));
  const assumed = sweep.map(({ correlation }) => correlation);
  return [
    `${asked}: ${counted(trials, "trial")} with ${effects.length} effects up to ${counted(last, "week")} after treatment;`,
    `every three months the SMD changes by ${withInterval(chosen.slope, chosen.ci, DIGITS)}, if sampling errors three`,
    `months apart correlate by ${choices.correlation} (by ${least === most ? least : `${least} to ${most}`} if by`,
    `${assumed[0]} to ${assumed.at(-1)}). ${verdict(chosen, choices.power)}`,
    ...(hangsOnCorrelation(sweep) ? ["Whether the interval includes 0 hangs on the assumed correlation."] : []),
  ].join(" ");
}

function hangsOnCorrelation(sweep: TimeCourse["sweep"]): boolean {
  const excluding = sweep.filter(({ ci }) => ci !== null && (ci.lower > 0 || ci.upper < 0));
  return excluding.length > 0 && excluding.length < sweep.length;
}

function verdict({ ci, slope, detectable }: NonNullable<TimeCourse["chosen"]>, power: number): string {
  if (ci === null || detectable === null) return "One trial alone tells of it, so there is no interval.";
  if (ci.p < 1 - ci.level) return `In these trials the effect ${slope < 0 ? "falls" : "grows"} by more than chance.`;
  return (
    "That it changes is not shown, nor that it does not: a true change had to be " +
    `${decimals(detectable, DIGITS)} every three months to be found with ${percentWords(power)} probability.`
  );
}
