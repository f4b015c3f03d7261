import { backTransform, measures } from "../effects/measures.js";
import type { PooledEffect } from "./result.js";

export interface Sides {
  /** What a positive effect favours: "Acupuncture". */
  readonly treatment: string;
  /** What it is compared with: "Sham". */
  readonly comparator: string;
}

/**
 * What a pooled effect says, in plain words: how many trials, the estimate with its interval, whether that interval
 * leaves no difference open, and where a new trial's true effect is expected. Ratios are back-transformed.
 *
 * @example
 * import { inWords, pool } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.05 },
 * ] as const;
 * inWords(pool(effects, { tau2: "EE", interval: "z" }), { treatment: "Acupuncture", comparator: "Sham" });
 * // => "2 trials. SMD 0.21 (95 % interval −0.02 to 0.45), in favour of acupuncture; the interval includes no difference."
 */
export function inWords(fit: PooledEffect, { treatment, comparator }: Sides): string {
  const { measure, k, n, estimate, ci, pi, choices } = fit;
  const patients = n === null ? "" : `, ${n.toLocaleString("en")} patients`;
  const label = measures[measure].ratio ? capitalised(measures[measure].label) : measure;
  const percent = Number((100 * choices.level).toPrecision(12));
  const between = ({ lower, upper }: { lower: number; upper: number }) =>
    `${shown(fit, lower)} to ${shown(fit, upper)}`;
  const favoured = estimate === 0 ? "neither" : (estimate < 0 ? comparator : treatment).toLowerCase();
  const excludes = ci.lower > 0 || ci.upper < 0;
  return [
    `${k} ${k === 1 ? "trial" : "trials"}${patients}.`,
    `${label} ${shown(fit, estimate)} (${percent} % interval ${between(ci)}), in favour of ${favoured};`,
    `the interval ${excludes ? "excludes" : "includes"} no difference.`,
    ...(pi === null ? [] : [`A new trial like these is expected to have a true effect of ${between(pi)}.`]),
  ].join(" ");
}

function shown({ measure }: PooledEffect, value: number): string {
  return backTransform(measure, value).toFixed(2).replace("-", "−");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
