import type { Measure } from "../effects/effect.js";
import { measures } from "../effects/measures.js";
import { effectText } from "../text/formatEffect.js";
import { countText } from "../text/formatNumber.js";
import type { PooledEffect } from "./result.js";

export interface Sides {
  /** What a positive effect favours: "Acupuncture". */
  readonly treatment: string;
  /** What it is compared with: "Sham". */
  readonly comparator: string;
}

/**
 * What a pooled effect says, in plain words: how many trials, the estimate with its interval, of a difference whom it favours,
 * whether that interval leaves no difference (association, change) open, and where a new trial's true effect is expected (not
 * said of fewer than three trials, nor where the interval is narrower than that by "z", which is said instead). The level of
 * one group favours nobody, and no value of it means no effect. Values are back-transformed.
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
  const patients = n === null ? "" : `, ${countText(n)} patients`;
  const { tells } = measures[measure];
  const percent = Number((100 * choices.level).toPrecision(12));
  const between = ({ lower, upper }: { lower: number; upper: number }) =>
    `${effectText(measure, lower)} to ${effectText(measure, upper)}`;
  const favoured = estimate === 0 ? "neither" : (estimate < 0 ? comparator : treatment).toLowerCase();
  const excludes = ci.lower > 0 || ci.upper < 0;
  const favours = tells === "difference" ? `, in favour of ${favoured}` : "";
  const meaning = tells === "level" ? "" : `${favours}; the interval ${excludes ? "excludes" : "includes"} no ${tells}`;
  return [
    `${k} ${k === 1 ? "trial" : "trials"}${patients}.`,
    `${nameOf(measure)} ${effectText(measure, estimate)} (${percent} % interval ${between(ci)})${meaning}.`,
    ...(isNarrow(fit)
      ? ["The trials agree more closely than chance lets expect, so the interval may promise too much."]
      : []),
    ...(pi === null || k < 3 || isNarrow(fit)
      ? []
      : [
          `A new trial like these is expected to have a true ${tells === "level" ? "value" : "effect"} of ${between(pi)}.`,
        ]),
  ].join(" ");
}

function isNarrow({ warnings }: PooledEffect): boolean {
  return warnings.some(({ code }) => code === "NARROWER_THAN_Z" || code === "ZERO_SPREAD");
}

/** "SMD", "Risk ratio", "Proportion". */
function nameOf(measure: Measure): string {
  const { tells, ratio, label, axisLabel } = measures[measure];
  if (tells === "level") return axisLabel;
  return ratio ? label.charAt(0).toUpperCase() + label.slice(1) : measure;
}
