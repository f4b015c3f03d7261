import type { NaiveEffect, Prescription } from "@acumeta/acupoints";

/** Synthetic prescriptions: invented trials t0, t1, … with these points. */
export function prescribing(...lists: readonly (readonly string[])[]): readonly Prescription[] {
  return lists.map((codes, i) => ({ trialId: `t${i}`, conditionGroup: "low-back-pain", n: 40, codes, basis: "fixed" }));
}

/** Synthetic effects of the trials t0, t1, …, all against sham unless told. */
export function effects(
  values: readonly number[],
  comparators: readonly NaiveEffect["comparator"][] = [],
): readonly NaiveEffect[] {
  return values.map((yi, i) => ({ trialId: `t${i}`, comparator: comparators[i] ?? "sham", yi, vi: 0.04, n: 40 }));
}
