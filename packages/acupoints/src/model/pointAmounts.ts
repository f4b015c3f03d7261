import { median } from "simple-statistics";
import type { Prescription } from "../prescriptions/prescriptions.js";

/** How much of each point a patient of a trial got. */
export type PointAmounts = Readonly<Record<string, number>>;

/** What a list to choose from counts: each point by its chance ("shared"), or as if every patient got all ("whole"). */
export const candidateRules = ["shared", "whole"] as const;
export type CandidateRule = (typeof candidateRules)[number];

/**
 * Points of a fixed list count 1. Of a list to choose from (`semi`, or not said) nobody printed who got which: each of its m points
 * counts t/m, at most 1, where t is how many points a fixed list has, the median over these prescriptions; as if every choice of t
 * were as likely. Without any fixed list t is the shortest list's length.
 */
export function pointAmounts(prescriptions: readonly Prescription[], rule: CandidateRule): readonly PointAmounts[] {
  const lengths = (some: readonly Prescription[]) => some.map(({ codes }) => codes.length);
  const fixed = lengths(prescriptions.filter(({ basis }) => basis === "fixed"));
  const typical = fixed.length > 0 ? median(fixed) : Math.min(...lengths(prescriptions));
  return prescriptions.map(({ basis, codes }) => {
    const amount = basis === "fixed" || rule === "whole" ? 1 : Math.min(1, typical / codes.length);
    return Object.fromEntries(codes.map((code) => [code, amount]));
  });
}
