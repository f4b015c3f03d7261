import { fixed, type Measure, measures, ratioText } from "@acumeta/core";
import { typicalHalfWidth } from "../layout/valueRange.js";
import { decimalsFor } from "../text/decimalsFor.js";

/** How effects are shown: the axis' units and their text. */
export interface ForestScale {
  readonly type: "linear" | "log";
  /** Where there is no effect, in the axis' units; null of levels (a proportion, a rate), of which no value means none. */
  readonly nullValue: number | null;
  /** From the scale on which effects were pooled to the axis' units: logarithms of ratios become ratios. */
  readonly show: (pooled: number) => number;
  /** A pooled-scale number as text in the axis' units. */
  readonly text: (pooled: number) => string;
  /** "SMD", "RR". */
  readonly short: string;
  readonly axisTitle: string;
}

/** Exponentials of logarithms much beyond this are not doubles; no axis reaches it. */
export const LARGEST_LOG = 700;

/** The scale of effects of a measure; decimals follow the typical width of their intervals. */
export function forestScale(
  measure: Measure,
  intervals: readonly { readonly lower: number; readonly upper: number }[],
): ForestScale {
  const { ratio, tells, nullValue, backTransform, axisLabel } = measures[measure];
  const decimals = decimalsFor(typicalHalfWidth(intervals));
  return {
    type: ratio ? "log" : "linear",
    nullValue: tells === "level" ? null : backTransform(nullValue),
    show: ratio ? (x) => backTransform(Math.min(LARGEST_LOG, Math.max(-LARGEST_LOG, x))) : backTransform,
    text: ratio ? (x) => ratioText(backTransform(x)) : (x) => fixed(backTransform(x), decimals),
    short: shortName(measure),
    axisTitle: ratio ? `${axisLabel} (log scale)` : axisLabel,
  };
}

/** "0.41 [0.13, 1.26]". */
export function withInterval(
  x: { readonly estimate: number; readonly lower: number; readonly upper: number },
  { text }: ForestScale,
): string {
  return `${text(x.estimate)} [${text(x.lower)}, ${text(x.upper)}]`;
}

function shortName(measure: Measure): string {
  return measure.replace(/^log/, "");
}
