import { representable } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { choose } from "../../registry/choose.js";
import { type Registered, registry } from "../../registry/registry.js";
import { checkOptions } from "../checkRow.js";
import type { EffectSize } from "../effectSize.js";
import { checkGroups, groupColumns, pooledSd, type TwoGroups } from "../groups.js";
import { difference, type EffectMeasure } from "../measure.js";

interface MdVarianceRule<Id extends string = string> extends Registered<Id> {
  readonly compute: (groups: TwoGroups) => number;
}

/** sd₁²/n₁ + sd₂²/n₂ */
const separate: MdVarianceRule<"separate"> = {
  id: "separate",
  label: "variance from both standard deviations",
  citation: "Cochrane Handbook 6.5.1.1",
  compute: ({ n1, sd1, n2, sd2 }) => sd1 ** 2 / n1 + sd2 ** 2 / n2,
};

/** sd² (1/n₁ + 1/n₂) with the pooled sd: the groups' true standard deviations are taken as equal. */
const pooled: MdVarianceRule<"pooled"> = {
  id: "pooled",
  label: "variance from the pooled standard deviation",
  citation: "Cochrane Handbook 6.5.1.1",
  compute: (groups) => pooledSd(groups) ** 2 * (1 / groups.n1 + 1 / groups.n2),
};

/** Sampling variances of the mean difference, by id. */
export const mdVariances = registry([separate, pooled]);

/** How to make a mean difference. */
export interface MdOptions {
  /** Sampling variance: "separate" unless given. */
  readonly variance?: keyof typeof mdVariances;
}

export const md: EffectMeasure<"MD", TwoGroups, MdOptions> = {
  ...difference,
  id: "MD",
  label: "mean difference",
  citation: "Cochrane Handbook 6.5.1.1",
  axisLabel: "Mean difference",
  columns: groupColumns,
  compute: (rows, options) => rows.map((row) => meanDifference(row, options)),
};

/**
 * Mean difference m₁ − m₂ of two groups, in the units of the outcome.
 *
 * Throws `NOT_A_VALID_NUMBER`, `NO_SPREAD`, `GROUPS_TOO_SMALL` (fewer than 3 patients, for a pooled variance),
 * `OUT_OF_RANGE` and `UNKNOWN_CHOICE`. Cochrane Handbook 6.5.1.1.
 *
 * @example
 * import { meanDifference } from "@acumeta/core";
 * const md = meanDifference({ n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 });
 * md.yi; // => -20
 * md.vi; // => 40.508023
 */
export function meanDifference(groups: TwoGroups, options: MdOptions = {}): EffectSize<"MD"> {
  checkGroups(groups);
  checkOptions(options);
  const { variance = "separate" } = options;
  const rule = choose<MdVarianceRule>("variance", mdVariances, variance);
  const { n1, m1, n2, m2 } = groups;
  if (variance === "pooled" && n1 + n2 < 3) throw metaError(messages.groupTooSmall({ n1, n2 }));
  const yi = m1 - m2;
  const vi = rule.compute(groups);
  if (vi === 0) throw metaError(messages.noSpread());
  representable({ yi, vi });
  return freeze({ measure: "MD", yi, vi, rules: [rule.label] });
}
