import { choose } from "../../registry/choose.js";
import { type Registered, registry } from "../../registry/registry.js";
import { correctionFactor, correctionRule, type SmdCorrectionOptions } from "../means/hedges.js";

/** What a sampling variance of a standardised mean change is made from. */
interface ChangeSample {
  /** Before and after correction: g = J d. */
  readonly d: number;
  readonly g: number;
  readonly J: number;
  readonly n: number;
  /** The variance of d where the true change is 0: 1/n, or 2(1 − r)/n by the standard deviation of one time. */
  readonly base: number;
}

interface ChangeVarianceRule<Id extends string = string> extends Registered<Id> {
  readonly compute: (sample: ChangeSample) => number;
}

const largeSample: ChangeVarianceRule<"LS"> = {
  id: "LS",
  label: "large-sample variance",
  citation: "Becker 1988, British Journal of Mathematical and Statistical Psychology 41:257-278",
  compute: ({ base, g, n }) => base + g ** 2 / (2 * n),
};

const largeSample2: ChangeVarianceRule<"LS2"> = {
  id: "LS2",
  label: "large-sample variance of d, times J²",
  citation: "Borenstein 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 12",
  compute: ({ base, d, J, n }) => J ** 2 * (base + d ** 2 / (2 * n)),
};

/** Sampling variances of a standardised mean change, by id: base + g²/(2n), or J²(base + d²/(2n)). */
export const changeVariances = registry([largeSample, largeSample2]);

/** How to make a standardised mean change. */
export interface ChangeOptions extends SmdCorrectionOptions {
  /** Sampling variance: "LS" unless given. */
  readonly variance?: keyof typeof changeVariances;
}

/** g = J d, J for n − 1 degrees of freedom, with its variance. */
export function correctedChange({ d, n, base }: { d: number; n: number; base: number }, options: ChangeOptions) {
  const J = correctionFactor(options, n - 1);
  const rule = choose<ChangeVarianceRule>("variance", changeVariances, options.variance ?? "LS");
  return { yi: J * d, vi: rule.compute({ d, g: J * d, J, n, base }) };
}

/** The rules that name both choices. */
export function changeRules(options: ChangeOptions): readonly string[] {
  return [correctionRule(options), choose("variance", changeVariances, options.variance ?? "LS").label];
}
