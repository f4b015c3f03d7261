import { boundsText, effectText, fixed, type PooledEffect } from "@acumeta/core";

/** A number to so many decimals, as figures print it. */
export function decimals(value: number, digits = 2): string {
  return fixed(value, digits);
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
