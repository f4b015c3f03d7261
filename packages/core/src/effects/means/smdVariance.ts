import { type Registered, registry } from "../../registry/registry.js";
import { smdCorrections } from "./hedges.js";

/** What a sampling variance of a standardised mean difference is made from. */
export interface SmdSample {
  readonly n1: number;
  readonly n2: number;
  /** Degrees of freedom n₁ + n₂ − 2. */
  readonly m: number;
  /** Before and after correction: g = J d. */
  readonly d: number;
  readonly g: number;
  readonly J: number;
  /** 1/n₁ + 1/n₂; of an adjusted difference, (se/sd)². */
  readonly base: number;
}

interface SmdVarianceRule<Id extends string = string> extends Registered<Id> {
  readonly compute: (sample: SmdSample) => number;
}

/** 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)), the large-sample variance. */
const largeSample: SmdVarianceRule<"LS"> = {
  id: "LS",
  label: "large-sample variance",
  citation: "Hedges 1982, Psychological Bulletin 92:490-499, eq. 8",
  compute: ({ base, g, n1, n2 }) => base + g ** 2 / (2 * (n1 + n2)),
};

/** J² (1/n₁ + 1/n₂ + d²/(2(n₁ + n₂))), the variance of d carried over to g. */
const largeSample2: SmdVarianceRule<"LS2"> = {
  id: "LS2",
  label: "large-sample variance of d, times J²",
  citation: "Borenstein 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 12",
  compute: ({ base, d, J, n1, n2 }) => J ** 2 * (base + d ** 2 / (2 * (n1 + n2))),
};

/** 1/n₁ + 1/n₂ + (1 − (m − 2)/(m J²)) g², the unbiased estimate of the variance of g; J and g exact whatever the correction. */
const unbiased: SmdVarianceRule<"UB"> = {
  id: "UB",
  label: "unbiased variance",
  citation: "Hedges 1983, Psychological Bulletin 93:388-395, eq. 9; White & Thomas 2005, Clinical Trials 2:141-151",
  compute: ({ base, d, m }) => {
    const J = smdCorrections.exact.compute(m);
    return base + (1 - (m - 2) / (m * J ** 2)) * (J * d) ** 2;
  },
};

/** 1/n₁ + 1/n₂ + ḡ²/(2(n₁ + n₂)), ḡ the mean of a table's g weighted by n₁ + n₂; needs a table of studies. */
const average: SmdVarianceRule<"AV"> = {
  id: "AV",
  label: "large-sample variance at the average g of the table",
  citation: "Lin & Aloe 2021, Statistics in Medicine 40:403-426",
  compute: largeSample.compute,
};

/** J² (1/n₁ + 1/n₂) m/(m − 2), the variance where the true effect is 0. */
const atNull: SmdVarianceRule<"H0"> = {
  id: "H0",
  label: "variance where the true effect is 0",
  citation: "Hedges 1981, Journal of Educational Statistics 6:107-128",
  compute: ({ base, J, m }) => (J ** 2 * base * m) / (m - 2),
};

/** 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂ − 3.94)), as in RevMan. */
const revMan: SmdVarianceRule<"RevMan"> = {
  id: "RevMan",
  label: "variance as in RevMan",
  citation: "Deeks & Higgins 2010, Statistical algorithms in Review Manager 5",
  compute: ({ base, g, n1, n2 }) => base + g ** 2 / (2 * (n1 + n2 - 3.94)),
};

/** Sampling variances of the standardised mean difference, by id. */
export const smdVariances = registry([largeSample, largeSample2, unbiased, average, atNull, revMan]);

export type SmdVariance = keyof typeof smdVariances;
