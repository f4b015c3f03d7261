import { representable } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { choose } from "../../registry/choose.js";
import { checkOptions } from "../checkRow.js";
import type { EffectSize } from "../effectSize.js";
import { checkGroups, groupColumns, pooledSd, type TwoGroups } from "../groups.js";
import { difference, type EffectMeasure } from "../measure.js";
import { type SmdCorrection, smdCorrections } from "./hedges.js";
import { type SmdSample, type SmdVariance, smdVariances } from "./smdVariance.js";

/** How to make a standardised mean difference. */
export interface SmdOptions {
  /** Small-sample correction: "exact" unless given. */
  readonly correction?: SmdCorrection;
  /** Sampling variance: "LS" unless given; "AV" needs a table (`effectSizes`). */
  readonly variance?: SmdVariance;
}

export const smd: EffectMeasure<"SMD", TwoGroups, SmdOptions> = {
  ...difference,
  id: "SMD",
  label: "standardised mean difference (Hedges' g)",
  citation: "Hedges 1981, Journal of Educational Statistics 6:107-128",
  axisLabel: "Standardised mean difference",
  columns: groupColumns,
  compute: smdTable,
};

/** SMDs; for the variance "AV" every row takes the mean of g weighted by n₁ + n₂. */
function smdTable(rows: readonly TwoGroups[], options: SmdOptions): readonly EffectSize<"SMD">[] {
  const samples = rows.map((row) => smdSample(row, options));
  if (options.variance !== "AV") return samples.map((sample) => smdFrom(sample, options));
  let sum = 0;
  let total = 0;
  for (const { g, n1, n2 } of samples) {
    sum += (n1 + n2) * g;
    total += n1 + n2;
  }
  return samples.map((sample) => smdFrom(sample, options, sum / total));
}

/**
 * Standardised mean difference of two groups: d = (m₁ − m₂)/sd, sd pooled over both, and g = J d. Positive where group
 * 1 has the larger mean.
 *
 * @param groups Patients, mean and standard deviation of both groups, on the outcome's own scale.
 * @param options Correction J and sampling variance; Hedges' exact J and the large-sample variance unless given.
 * @returns `yi` in standard deviations and its variance `vi`.
 *
 * Throws `NOT_A_VALID_NUMBER`, `NO_SPREAD` (a pooled standard deviation of 0), `GROUPS_TOO_SMALL` (fewer than 4
 * patients), `OUT_OF_RANGE`, `UNKNOWN_CHOICE`, and `NEEDS_WHOLE_TABLE` for the variance "AV".
 * Hedges 1981, Journal of Educational Statistics 6:107-128.
 *
 * @example
 * import { standardizedMeanDifference } from "@acumeta/core";
 * const g = standardizedMeanDifference({ n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 });
 * g.yi; // => -0.35516964
 * g.vi; // => 0.013064676
 */
export function standardizedMeanDifference(groups: TwoGroups, options: SmdOptions = {}): EffectSize<"SMD"> {
  checkOptions(options);
  if (options.variance === "AV") throw metaError(messages.needsWholeTable({ option: "variance", id: "AV" }));
  return smdFrom(smdSample(groups, options), options);
}

/** Checked groups as d, g and J. */
function smdSample(groups: TwoGroups, { correction = "exact" }: SmdOptions): SmdSample {
  checkGroups(groups);
  const { n1, m1, n2, m2 } = groups;
  const sd = pooledSd(groups);
  if (sd === 0) throw metaError(messages.noSpread());
  return smdSampleOfD({ n1, n2, d: (m1 - m2) / sd }, correction);
}

/** A sample whose d is known; `GROUPS_TOO_SMALL` with fewer than 4 patients. */
export function smdSampleOfD(
  { n1, n2, d, base = 1 / n1 + 1 / n2 }: { n1: number; n2: number; d: number; base?: number },
  correction: SmdCorrection,
): SmdSample {
  const m = n1 + n2 - 2;
  if (m < 2) throw metaError(messages.groupTooSmall({ n1, n2 }));
  const J = choose("correction", smdCorrections, correction).compute(m);
  representable({ "d²": d ** 2, J, base });
  return { n1, n2, m, d, g: J * d, J, base };
}

/** The effect of a sample; `typicalG` stands in for g in its variance. */
export function smdFrom(
  sample: SmdSample,
  { correction = "exact", variance = "LS" }: SmdOptions,
  typicalG: number = sample.g,
): EffectSize<"SMD"> {
  const rule = choose("variance", smdVariances, variance);
  const rules = [smdCorrections[correction].label, rule.label];
  const vi = rule.compute({ ...sample, g: typicalG });
  if (!Number.isFinite(vi)) throw metaError(messages.groupTooSmall(sample));
  return freeze({ measure: "SMD", yi: sample.g, vi, rules });
}
