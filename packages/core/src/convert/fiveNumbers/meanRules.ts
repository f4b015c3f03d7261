import { type Registered, registry } from "../../registry/registry.js";
import type { Scenario, Summary } from "./summary.js";

/** How to estimate a mean; for a scenario without formula the rule can't be used. */
export interface MeanRule<Id extends string = string> extends Registered<Id> {
  readonly formulas: Readonly<Partial<Record<Scenario, (summary: Summary) => number>>>;
}

const ofExtremes = ({ min, median, max }: Summary) => (min + 2 * median + max) / 4;
const ofAll = ({ min, q1, median, q3, max }: Summary) => (min + 2 * q1 + 2 * median + 2 * q3 + max) / 8;

/**
 * Weighted mean of the mid-extreme, the mid-quartile and the median, with weights that are best for normal data:
 * 4/(4 + n^¾) for the extremes; 0.7 + 0.39/n for the quartiles; with both 2.2/(2.2 + n^¾) and 0.7 − 0.72/n^0.55.
 */
const luo: MeanRule<"luo"> = {
  id: "luo",
  label: "mean by Luo's weights",
  citation: "Luo, Wan, Liu & Tong 2018, Statistical Methods in Medical Research 27:1785-1805, eq. 7, 11 and 15",
  formulas: {
    S1: ({ n, min, median, max }) => {
      const w = 4 / (4 + n ** 0.75);
      return (w * (min + max)) / 2 + (1 - w) * median;
    },
    S2: ({ n, q1, median, q3 }) => {
      const w = 0.7 + 0.39 / n;
      return (w * (q1 + q3)) / 2 + (1 - w) * median;
    },
    S3: ({ n, min, q1, median, q3, max }) => {
      const w1 = 2.2 / (2.2 + n ** 0.75);
      const w2 = 0.7 - 0.72 / n ** 0.55;
      return (w1 * (min + max)) / 2 + (w2 * (q1 + q3)) / 2 + (1 - w1 - w2) * median;
    },
  },
};

/** (min + 2 median + max)/4; (q1 + median + q3)/3; (min + 2 q1 + 2 median + 2 q3 + max)/8. */
const wan: MeanRule<"wan"> = {
  id: "wan",
  label: "mean as in Wan",
  citation: "Wan, Wang, Liu & Tong 2014, BMC Medical Research Methodology 14:135, eq. 10 and 14",
  formulas: { S1: ofExtremes, S2: ({ q1, median, q3 }) => (q1 + median + q3) / 3, S3: ofAll },
};

/** As "wan", of extremes alone with Hozo's second term: (min + 2 median + max)/4 + (min − 2 median + max)/(4n); as in R's meta. */
const wanFull: MeanRule<"wan-full"> = {
  id: "wan-full",
  label: "mean as in Wan, with the term of 1/n",
  citation: "Wan, Wang, Liu & Tong 2014, BMC Medical Research Methodology 14:135, eq. 2",
  formulas: {
    ...wan.formulas,
    S1: (summary) => ofExtremes(summary) + (summary.min - 2 * summary.median + summary.max) / (4 * summary.n),
  },
};

/** (min + 2 median + max)/4 of up to 25 patients, beyond the median. */
const hozo: MeanRule<"hozo"> = {
  id: "hozo",
  label: "mean by Hozo",
  citation: "Hozo, Djulbegovic & Hozo 2005, BMC Medical Research Methodology 5:13",
  formulas: { S1: (summary) => (summary.n <= 25 ? ofExtremes(summary) : summary.median) },
};

/** (min + 2 q1 + 2 median + 2 q3 + max)/8 */
const bland: MeanRule<"bland"> = {
  id: "bland",
  label: "mean by Bland",
  citation: "Bland 2015, International Journal of Statistics in Medical Research 4:57-64",
  formulas: { S3: ofAll },
};

const walter: MeanRule<"walter"> = {
  id: "walter",
  label: "the median for the mean",
  citation: "Walter & Yao 2007, Journal of Clinical Epidemiology 60:849-852",
  formulas: { S1: ({ median }) => median },
};

/** Estimators of a mean from the median and quartiles or extremes, by id. */
export const meanRules = registry([luo, wan, wanFull, hozo, bland, walter]);
