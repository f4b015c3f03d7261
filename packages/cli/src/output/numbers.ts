import { backTransform, type Measure, measures } from "@acumeta/core";
import { fixed, ratioText } from "@acumeta/figures";

/** A number to so many decimals, as figures print it. */
export function decimals(value: number, digits = 2): string {
  return fixed(value, digits);
}

/** An effect on the scale people read, as figures print it: ratios exponentiated. */
export function effectText(measure: Measure, yi: number): string {
  const shown = backTransform(measure, yi);
  return measures[measure].ratio ? ratioText(shown) : fixed(shown, 2);
}

/** "[0.05, 0.37]", on the scale people read. */
export function boundsText(measure: Measure, { lower, upper }: { lower: number; upper: number }): string {
  return `[${effectText(measure, lower)}, ${effectText(measure, upper)}]`;
}

/** "0.034", "<0.001" */
export function pValue(p: number): string {
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}
