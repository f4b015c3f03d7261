import gammaDeltaRatio from "@stdlib/math-base-special-gamma-delta-ratio";
import { choose } from "../../registry/choose.js";
import { type Registered, registry } from "../../registry/registry.js";

/** A small-sample correction: the factor J that makes g = J d of d, for m degrees of freedom. */
interface Correction<Id extends string = string> extends Registered<Id> {
  readonly compute: (m: number) => number;
}

/** J = Γ(m/2) / (√(m/2) Γ((m − 1)/2)), which makes g unbiased; by the ratio of Γ, accurate for any m > 1. */
const exact: Correction<"exact"> = {
  id: "exact",
  label: "Hedges' g, exact J",
  citation: "Hedges 1981, Journal of Educational Statistics 6:107-128",
  compute: (m) => 1 / (Math.sqrt(m / 2) * gammaDeltaRatio((m - 1) / 2, 0.5)),
};

/** J = 1 − 3/(4m − 1), as in RevMan. */
const approximate: Correction<"approximate"> = {
  id: "approximate",
  label: "Hedges' g, J = 1 - 3/(4m - 1)",
  citation: "Hedges 1981, Journal of Educational Statistics 6:107-128",
  compute: (m) => 1 - 3 / (4 * m - 1),
};

const none: Correction<"none"> = {
  id: "none",
  label: "Cohen's d, no small-sample correction",
  citation: "Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd ed.",
  compute: () => 1,
};

/** Small-sample corrections of the standardised mean difference, by id. */
export const smdCorrections = registry([exact, approximate, none]);

export type SmdCorrection = keyof typeof smdCorrections;

/** How to make a standardised difference other than Hedges' g. */
export interface SmdCorrectionOptions {
  /** Small-sample correction: "exact" unless given. */
  readonly correction?: SmdCorrection;
}

/** The factor J for m degrees of freedom. */
export function correctionFactor({ correction = "exact" }: SmdCorrectionOptions, m: number): number {
  return choose("correction", smdCorrections, correction).compute(m);
}

/** The rule that names the correction. */
export function correctionRule({ correction = "exact" }: SmdCorrectionOptions): string {
  return correction === "none" ? "no small-sample correction" : `small-sample correction J, ${correction}`;
}
