import { check, finite } from "../../errors/check.js";
import { patients } from "../counts.js";

/** One group measured twice: means, standard deviations and correlation `r` of both times; changes are time 1 minus time 2. */
export interface Paired {
  readonly n: number;
  readonly m1: number;
  readonly sd1: number;
  readonly m2: number;
  readonly sd2: number;
  readonly r: number;
}

/** Of {@link Paired}, what needs no spread at time 2. */
export type PairedByOne = Omit<Paired, "sd2">;

/** Of {@link Paired}, the spreads. */
export type PairedSpreads = Omit<Paired, "m1" | "m2">;

export const pairedColumns = ["n", "m1", "sd1", "m2", "sd2", "r"] as const;

/** Refuses fewer than so many patients, negative standard deviations, what is no correlation, and anything not finite. */
export function checkPaired(
  row: Partial<Paired>,
  least: number,
  columns: readonly (keyof Paired)[] = pairedColumns,
): void {
  for (const name of columns) {
    const value = { [name]: row[name] ?? Number.NaN };
    if (name === "n") patients(value, least);
    else if (name === "r") check(value, (r) => r >= -1 && r <= 1, "a correlation between -1 and 1");
    else if (name === "m1" || name === "m2") finite(value);
    else check(value, (sd) => sd >= 0 && Number.isFinite(sd), "a number not below 0");
  }
}

/** Variance of the change: sd₁² + sd₂² − 2 r sd₁ sd₂, free of cancellation. */
export function varianceOfChange({ sd1, sd2, r }: PairedSpreads): number {
  return (sd1 - sd2) ** 2 + 2 * (1 - r) * sd1 * sd2;
}
