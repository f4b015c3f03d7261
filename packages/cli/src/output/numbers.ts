import { backTransform, type Measure, measures, type PooledEffect } from "@acumeta/core";
import { fixed, percent, ratioText } from "@acumeta/figures";

/** A number to so many decimals, as figures print it. */
export function decimals(value: number, digits = 2): string {
  return fixed(value, digits);
}

/** An effect on the scale people read, as figures print it: ratios exponentiated, differences with two decimals unless given. */
export function effectText(measure: Measure, yi: number, digits = 2): string {
  const shown = backTransform(measure, yi);
  return measures[measure].ratio ? ratioText(shown) : fixed(shown, digits);
}

/** "[0.05, 0.37]", on the scale people read. */
export function boundsText(
  measure: Measure,
  { lower, upper }: { readonly lower: number; readonly upper: number },
  digits = 2,
): string {
  return `[${effectText(measure, lower, digits)}, ${effectText(measure, upper, digits)}]`;
}

/** What heads a column of effects with their intervals: "SMD [95% CI]", "risk ratio [90% CI]". */
export function effectHead(measure: Measure, level: number): string {
  return `${effectName(measure)} [${percent(level)} CI]`;
}

/** "SMD"; a ratio is named in words, since its logarithm is not what is shown. */
export function effectName(measure: Measure): string {
  const { ratio, label } = measures[measure];
  return ratio ? label : measure;
}

/** "0.034", "<0.001" */
export function pValue(p: number): string {
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}

/** "0.14 [0.08, 0.20]"; marked where the interval is narrower than "z" would have it: {@link NARROW}. */
export function pooledText({ measure, estimate, ci, warnings }: PooledEffect): string {
  const isNarrow = warnings.some(({ code }) => code === "NARROWER_THAN_Z" || code === "ZERO_SPREAD");
  return `${effectText(measure, estimate)} ${boundsText(measure, ci)}${isNarrow ? " *" : ""}`;
}

export const NARROW =
  "* The trials agree more closely than chance lets expect: this interval is narrower than the usual one and may promise too much.";
