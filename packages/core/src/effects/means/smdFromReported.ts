import { finite, positive, positiveCount } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { checkOptions, checkRow } from "../checkRow.js";
import type { EffectSize } from "../effectSize.js";
import { type SmdOptions, smdFrom, smdSampleOfD } from "./standardizedMeanDifference.js";

/** What a paper may report of a mean difference; `sd` and `se` in the outcome's units, one of them at least. */
export interface ReportedMeanDifference {
  readonly md: number;
  /** Standard error of the difference. */
  readonly se?: number;
  /** Standard deviation of patients, pooled over both groups. */
  readonly sd?: number;
  readonly n1: number;
  readonly n2: number;
}

/**
 * Standardised mean difference from a published mean difference.
 *
 * d = md/sd. Without `sd` it is taken from the standard error, sd = se/√(1/n₁ + 1/n₂), which supposes an unadjusted
 * comparison. With both, (se/sd)² takes the place of 1/n₁ + 1/n₂ in the variance, so that an adjusted analysis keeps
 * its precision.
 *
 * Throws `MISSING_INPUT` (neither se nor sd), `NOT_A_VALID_NUMBER`, `GROUPS_TOO_SMALL`, `OUT_OF_RANGE`,
 * `NEEDS_WHOLE_TABLE`.
 * Cochrane Handbook 6.5.2.3; Borenstein 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 12.
 *
 * @example
 * import { smdFromMeanDifference } from "@acumeta/core";
 * smdFromMeanDifference({ md: -20, se: 6.3646, n1: 155, n2: 156 }).yi; // => -0.3555
 */
export function smdFromMeanDifference(reported: ReportedMeanDifference, options: SmdOptions = {}): EffectSize<"SMD"> {
  checkRow(reported, ["md", "se or sd", "n1", "n2"]);
  const { md, se, sd, n1, n2 } = reported;
  finite({ md });
  positiveCount({ n1, n2 });
  positive({ ...(se === undefined ? {} : { se }), ...(sd === undefined ? {} : { sd }) });
  if (sd !== undefined) {
    const rule = se === undefined ? "published MD / pooled SD" : "published MD / pooled SD, precision from its SE";
    const base = se === undefined ? {} : { base: (se / sd) ** 2 };
    return fromD({ n1, n2, d: md / sd, ...base }, options, rule);
  }
  if (se === undefined) throw metaError(messages.missingInput({ allowed: "se or sd" }));
  return fromD({ n1, n2, d: (md * Math.sqrt(1 / n1 + 1 / n2)) / se }, options, "published MD, SD from its SE and n");
}

/**
 * Standardised mean difference from the t statistic of an unadjusted comparison of two groups: d = t √(1/n₁ + 1/n₂).
 * For a p value see `tFromP`. Cochrane Handbook 6.5.2.3.
 *
 * @example
 * import { smdFromT } from "@acumeta/core";
 * smdFromT({ t: -0.802, n1: 50, n2: 34 }).yi; // => -0.17663825
 */
export function smdFromT(
  reported: { readonly t: number; readonly n1: number; readonly n2: number },
  options: SmdOptions = {},
): EffectSize<"SMD"> {
  checkRow(reported, ["t", "n1", "n2"]);
  const { t, n1, n2 } = reported;
  finite({ t });
  positiveCount({ n1, n2 });
  return fromD({ n1, n2, d: t * Math.sqrt(1 / n1 + 1 / n2) }, options, "from the t statistic");
}

/**
 * Standardised mean difference from a published Cohen's d (before any small-sample correction).
 *
 * @example
 * import { smdFromD } from "@acumeta/core";
 * smdFromD({ d: -0.2, n1: 50, n2: 34 }).yi; // => -0.1981642
 */
export function smdFromD(
  reported: { readonly d: number; readonly n1: number; readonly n2: number },
  options: SmdOptions = {},
): EffectSize<"SMD"> {
  checkRow(reported, ["d", "n1", "n2"]);
  const { d, n1, n2 } = reported;
  finite({ d });
  positiveCount({ n1, n2 });
  return fromD({ n1, n2, d }, options, "from a published d");
}

function fromD(
  sample: { n1: number; n2: number; d: number; base?: number },
  options: SmdOptions,
  rule: string,
): EffectSize<"SMD"> {
  checkOptions(options);
  if (options.variance === "AV") throw metaError(messages.needsWholeTable({ option: "variance", id: "AV" }));
  const effect = smdFrom(smdSampleOfD(sample, options.correction ?? "exact"), options);
  return freeze({ ...effect, rules: [rule, ...effect.rules] });
}
