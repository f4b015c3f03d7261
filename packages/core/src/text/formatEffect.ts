import { checkRow } from "../effects/checkRow.js";
import type { Measure } from "../effects/effect.js";
import type { MeasureInfo } from "../effects/measure.js";
import { backTransform, measures } from "../effects/measures.js";
import { checkLevel } from "../errors/check.js";
import { choose } from "../registry/choose.js";
import { fixed, percent, ratioText } from "./formatNumber.js";

/**
 * An effect on the scale people read, as figures print it: ratios exponentiated, differences with two decimals unless given.
 *
 * @example
 * import { effectText } from "@acumeta/core";
 * effectText("SMD", -0.126); // => "−0.13"
 * effectText("logRR", 0); // => "1.00"
 */
export function effectText(measure: Measure, yi: number, digits = 2): string {
  const { ratio } = choose<MeasureInfo>("measure", measures, measure);
  const shown = backTransform(measure, yi);
  return ratio ? ratioText(shown) : fixed(shown, digits);
}

/**
 * Limits in brackets, on the scale people read.
 *
 * @example
 * import { boundsText } from "@acumeta/core";
 * boundsText("SMD", { lower: 0.05, upper: 0.371 }); // => "[0.05, 0.37]"
 */
export function boundsText(
  measure: Measure,
  bounds: { readonly lower: number; readonly upper: number },
  digits = 2,
): string {
  checkRow(bounds, ["lower", "upper"]);
  const { lower, upper } = bounds;
  return `[${effectText(measure, lower, digits)}, ${effectText(measure, upper, digits)}]`;
}

/**
 * What heads a column of effects with their intervals.
 *
 * @example
 * import { effectHead } from "@acumeta/core";
 * effectHead("SMD", 0.95); // => "SMD [95% CI]"
 * effectHead("logRR", 0.9); // => "risk ratio [90% CI]"
 */
export function effectHead(measure: Measure, level: number): string {
  checkLevel(level);
  return `${effectName(measure)} [${percent(level)} CI]`;
}

/**
 * A measure's name over its effects: a ratio is named in words, since its logarithm is not what is shown.
 *
 * @example
 * import { effectName } from "@acumeta/core";
 * effectName("SMD"); // => "SMD"
 * effectName("logOR"); // => "odds ratio"
 */
export function effectName(measure: Measure): string {
  const { ratio, label } = choose<MeasureInfo>("measure", measures, measure);
  return ratio ? label : measure;
}
