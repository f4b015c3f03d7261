import { positive, representable } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { choose } from "../../registry/choose.js";
import type { Group } from "../combineGroups.js";
import { logarithms, logNormalMoments } from "./logNormal.js";
import { type MeanRule, meanRules } from "./meanRules.js";
import { type SdRule, sdRules } from "./sdRules.js";
import { type SkewnessTest, skewnessTest } from "./skewness.js";
import { checkedSummary, type FiveNumbers, type Scenario, type Summary, scenarios } from "./summary.js";

/** How to estimate mean and standard deviation. */
export interface FiveNumberOptions {
  /** "luo" unless given. */
  readonly mean?: keyof typeof meanRules;
  /** "shi" where quartiles and extremes are known and "wan" where one of them is, unless given. */
  readonly sd?: keyof typeof sdRules;
  /** Of the patients' values: "normal" unless given; "lognormal" needs the quartiles, no extremes, and uses no SD rule. */
  readonly distribution?: "normal" | "lognormal";
}

/** A group whose mean and standard deviation were estimated, with the test whether the method fits the data. */
export interface GroupFromFiveNumbers extends Group {
  readonly rule: string;
  /** Of the values, or of their logarithms for a log-normal distribution; null of fewer than 5 patients. */
  readonly skewness: SkewnessTest | null;
}

/**
 * Mean and standard deviation of a group from its median with the quartiles, the extremes, or both. `skewness` tells
 * whether these numbers look skewed: then the rules for normal data mislead, and "lognormal" may fit better.
 *
 * Throws `NOT_A_VALID_NUMBER`, `BOUNDS_REVERSED` (numbers out of order), `MISSING_INPUT` (half a pair, or neither pair),
 * `NEEDS_OTHER_NUMBERS` (a rule without a formula for the numbers given), `OUT_OF_RANGE` and `UNKNOWN_CHOICE`.
 * Luo et al. 2018, Statistical Methods in Medical Research 27:1785-1805; Wan et al. 2014, BMC Medical Research
 * Methodology 14:135; Shi et al. 2020, Research Synthesis Methods 11:641-654.
 *
 * @example
 * import { fromFiveNumbers } from "@acumeta/core";
 * const group = fromFiveNumbers({ n: 45, q1: 16.6, median: 21.4, q3: 26.3 });
 * group.mean; // => 21.435433
 * group.sd; // => 7.4282447
 * group.skewness?.skewed; // => false
 */
export function fromFiveNumbers(reported: FiveNumbers, options: FiveNumberOptions = {}): GroupFromFiveNumbers {
  const { n, ...summary } = checkedSummary(reported);
  const { mean, sd, rule, skewness } =
    options.distribution === "lognormal"
      ? ofLogNormal({ n, ...summary }, options)
      : ofNormal({ n, ...summary }, options);
  representable({ mean, sd });
  return freeze({ n, mean, sd, rule, skewness });
}

function ofNormal(summary: Summary, { mean = "luo", sd }: FiveNumberOptions) {
  const { scenario } = summary;
  const meanRule = choose<MeanRule>("mean", meanRules, mean);
  const sdRule = choose<SdRule>("sd", sdRules, sd ?? (scenario === "S3" ? "shi" : "wan"));
  return {
    mean: formulaFor(meanRule, scenario)(summary),
    sd: formulaFor(sdRule, scenario)(summary),
    rule: `${meanRule.label}, ${sdRule.label}, from ${scenarios[scenario]}`,
    skewness: skewnessTest(summary),
  };
}

function ofLogNormal(summary: Summary, { mean = "luo" }: FiveNumberOptions) {
  const { scenario, q1, median, q3 } = summary;
  const meanRule = choose<MeanRule>("mean", meanRules, mean);
  if (scenario !== "S2") {
    const rule = 'the distribution "lognormal"';
    throw metaError(messages.needsOtherNumbers({ rule, found: scenarios[scenario], needed: scenarios.S2 }));
  }
  positive({ q1, median, q3 });
  const logs = logarithms(summary);
  return {
    ...logNormalMoments(summary, formulaFor(meanRule, scenario)(logs)),
    rule: `log-normal data (Shi et al. 2020), ${meanRule.label} of the logarithms, from ${scenarios[scenario]}`,
    skewness: skewnessTest(logs),
  };
}

function formulaFor({ id, formulas }: MeanRule | SdRule, scenario: Scenario): (summary: Summary) => number {
  const formula = formulas[scenario];
  if (formula !== undefined) return formula;
  const needed = (Object.keys(formulas) as Scenario[]).map((one) => scenarios[one]).join("; or ");
  throw metaError(messages.needsOtherNumbers({ rule: `"${id}"`, found: scenarios[scenario], needed }));
}
