import { quantileSorted } from "simple-statistics";
import type { Finding } from "../readFit.js";
import { sharesOf } from "../sharesOf.js";
import type { PermutedStatistic } from "./result.js";

/** What is compared of one multiverse with those of other signs. */
export interface Statistics {
  readonly median: number;
  readonly excluding: number;
}

/** The median of the estimates, and the share of intervals that exclude no effect on the side on which more do. */
export function statisticsOf(findings: readonly Finding[]): Statistics {
  const estimates = findings.map(({ estimate }) => estimate).sort((a, b) => a - b);
  const { intervalAbove, intervalBelow } = sharesOf(findings);
  return { median: quantileSorted(estimates, 0.5), excluding: Math.max(intervalAbove, intervalBelow) };
}

/** The share of values, the observed one first among them, that are at least as large whatever their sign. */
export function permuted(values: readonly number[]): PermutedStatistic {
  const observed = values[0]!;
  const least = Math.abs(observed) * (1 - ROUNDING);
  return { observed, p: values.filter((value) => Math.abs(value) >= least).length / values.length };
}

/** Statistics of mirrored signs differ by rounding. */
const ROUNDING = 1e-12;
