import { type Registered, registry } from "../../registry/registry.js";
import { approximateIqr, approximateRange, expectedRange, tabulatedIqr, tabulatedRange } from "./normalRange.js";
import type { Scenario, Summary } from "./summary.js";

/** How to estimate a standard deviation; for a scenario without formula the rule can't be used. */
export interface SdRule<Id extends string = string> extends Registered<Id> {
  readonly formulas: Readonly<Partial<Record<Scenario, (summary: Summary) => number>>>;
}

const rangeOf = ({ min, max }: Summary) => max - min;
const iqrOf = ({ q1, q3 }: Summary) => q3 - q1;

/**
 * (max − min)/θ₁ + (q3 − q1)/θ₂ with θ₁ = (2 + 0.14 n^0.6) Φ⁻¹((n − ⅜)/(n + ¼)) and
 * θ₂ = (2 + 2/(0.07 n^0.6)) Φ⁻¹((¾n − ⅛)/(n + ¼)), weights that are best for normal data.
 */
const shi: SdRule<"shi"> = {
  id: "shi",
  label: "SD by Shi's weights",
  citation: "Shi, Luo, Weng, Zeng, Lin, Chu & Tong 2020, Research Synthesis Methods 11:641-654",
  formulas: {
    S3: (summary) => {
      const w = 0.07 * summary.n ** 0.6;
      const byRange = rangeOf(summary) / approximateRange(summary.n);
      const byIqr = iqrOf(summary) / approximateIqr(summary.n);
      return (byRange + w * byIqr) / (1 + w);
    },
  },
};

/** Range and interquartile range divided by what they are expected to be of normal data with SD 1; of both the mean. */
function byExpected(range: (n: number) => number, iqr: (n: number) => number): SdRule["formulas"] {
  const S1 = (summary: Summary) => rangeOf(summary) / range(summary.n);
  const S2 = (summary: Summary) => iqrOf(summary) / iqr(summary.n);
  return { S1, S2, S3: (summary) => (S1(summary) + S2(summary)) / 2 };
}

const wan: SdRule<"wan"> = {
  id: "wan",
  label: "SD by Wan's formulas",
  citation: "Wan, Wang, Liu & Tong 2014, BMC Medical Research Methodology 14:135, eq. 9, 13 and 16",
  formulas: byExpected(approximateRange, approximateIqr),
};

/** As R's meta does it. */
const wanTables: SdRule<"wan-tables"> = {
  id: "wan-tables",
  label: "SD by Wan's tables up to n = 50 (range) and 201 (quartiles)",
  citation: "Wan, Wang, Liu & Tong 2014, BMC Medical Research Methodology 14:135, tables 1 and 2",
  formulas: byExpected(tabulatedRange, tabulatedIqr),
};

/** Up to 15 patients √(((min − 2 median + max)²/4 + (max − min)²)/12), up to 70 range/4, beyond range/6. */
const hozo: SdRule<"hozo"> = {
  id: "hozo",
  label: "SD by Hozo",
  citation: "Hozo, Djulbegovic & Hozo 2005, BMC Medical Research Methodology 5:13, eq. 16",
  formulas: {
    S1: (summary) => {
      const { n, min, median, max } = summary;
      const range = rangeOf(summary);
      if (n <= 15) return Math.sqrt(((min - 2 * median + max) ** 2 / 4 + range ** 2) / 12);
      return range / (n <= 70 ? 4 : 6);
    },
  },
};

/**
 * √((a² + 2b² + 2c² + 2d² + e²)/16 + (ab + bc + cd + de)/8 − (a + 2b + 2c + 2d + e)²/64) of the five numbers a to e; it
 * does not depend on n. They are taken from the median, so that no digits are lost.
 */
const bland: SdRule<"bland"> = {
  id: "bland",
  label: "SD by Bland",
  citation: "Bland 2015, International Journal of Statistics in Medical Research 4:57-64",
  formulas: {
    S3: ({ min, q1, median, q3, max }) => {
      const [a, b, d, e] = [min - median, q1 - median, q3 - median, max - median];
      const squares = (a ** 2 + 2 * b ** 2 + 2 * d ** 2 + e ** 2) / 16 + (a * b + d * e) / 8;
      return Math.sqrt(squares - (a + 2 * b + 2 * d + e) ** 2 / 64);
    },
  },
};

/** (max − min)/ξ(n), ξ(n) the expected range of n normal values with SD 1, by numerical integration. */
const walter: SdRule<"walter"> = {
  id: "walter",
  label: "SD by the expected range",
  citation: "Walter & Yao 2007, Journal of Clinical Epidemiology 60:849-852",
  formulas: { S1: (summary) => rangeOf(summary) / expectedRange(summary.n) },
};

/** Estimators of a standard deviation from quartiles or extremes, by id. */
export const sdRules = registry([shi, wan, wanTables, hozo, bland, walter]);
