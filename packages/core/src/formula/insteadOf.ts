import { meantBy } from "../errors/meantBy.js";
import { FUNCTIONS } from "./expression.js";

const SPLINE = "A natural cubic spline is rcs(weeks, 3), a polynomial poly(weeks, 2).";
const LEVELS = "Its levels are coded as they are; the one to compare with is named in brackets: sham[ref=none].";
const CLASSES = 'Derive true or false first: await deriveModerators(effects, { late: "weeks > 12" }).';

/** What formulas of R's packages hold, and how the same is written here. */
const INSTEAD: Readonly<Record<string, string>> = {
  ns: SPLINE,
  bs: SPLINE,
  cs: SPLINE,
  pspline: SPLINE,
  s: SPLINE,
  relevel: LEVELS,
  C: LEVELS,
  ordered: LEVELS,
  "as.factor": "Numbers are levels by factor(year).",
  scale: "Centre and divide by numbers that you know: I((weeks - 12) / 8).",
  cut: CLASSES,
  ifelse: CLASSES,
  interaction: "An interaction is sham:weeks, with both main effects sham * weeks.",
  offset: "Subtract it from yi first.",
};

/** How to do without a function that formulas do not have. */
export function insteadOf(name: string, known: readonly string[]): string {
  if (Object.hasOwn(INSTEAD, name)) return INSTEAD[name]!;
  if (FUNCTIONS.has(name)) return `Derive it first: await deriveModerators(effects, { derived: "${name}(…)" }).`;
  return meantBy(name, known) ?? "Compute it first, as a further value of each effect, and name that in the formula.";
}
