import type { Scenario, Summary } from "./summary.js";

/** Whether five numbers are more skewed than normal data let expect; the methods for normal data would then mislead. */
export interface SkewnessTest {
  readonly statistic: number;
  /** That beyond which 5 % of normal samples lie. */
  readonly critical: number;
  readonly skewed: boolean;
}

const ofExtremes = ({ min, median, max }: Summary) => asymmetry(min, median, max);
const ofQuartiles = ({ q1, median, q3 }: Summary) => asymmetry(q1, median, q3);

/** |lower + upper − 2 middle|/(upper − lower); 0 where all three are the same. */
function asymmetry(lower: number, middle: number, upper: number): number {
  return upper === lower ? 0 : Math.abs(lower - middle + (upper - middle)) / (upper - lower);
}

const tests: Readonly<
  Record<Scenario, { readonly statistic: (summary: Summary) => number; readonly critical: (n: number) => number }>
> = {
  S1: { statistic: ofExtremes, critical: (n) => 1 / Math.log(n + 9) + 2.5 / (n + 1) },
  S2: { statistic: ofQuartiles, critical: (n) => 2.65 / Math.sqrt(n) - 6 / n ** 2 },
  S3: {
    statistic: (summary) => {
      const { n } = summary;
      return Math.max(((2.65 * Math.log(0.6 * n)) / Math.sqrt(n)) * ofExtremes(summary), ofQuartiles(summary));
    },
    critical: (n) => 3 / Math.sqrt(n) - 40 / n ** 3,
  },
};

/** The critical values were fitted to samples from 5 on. */
const LEAST = 5;

/**
 * Tests at 5 % whether the data are skewed, by the distance of the median from the middle of the extremes, of the
 * quartiles, or of both; null of fewer than 5 patients. With T₁ = (min + max − 2 median)/(max − min) and T₂ = (q1 + q3 −
 * 2 median)/(q3 − q1) the data are skewed where
 *
 *   |T₁| > 1/ln(n + 9) + 2.5/(n + 1),   |T₂| > 2.65/√n − 6/n²,   max(2.65 ln(0.6n)/√n |T₁|, |T₂|) > 3/√n − 40/n³
 *
 * Shi, Luo, Wan, Liu, Liu, Bian & Tong 2023, Statistical Methods in Medical Research 32:1338-1360, with the rounded
 * constants of the published paper, which R's metafor and metamedian have too; its preprint (arXiv:2010.05749v1) has
 * 1.01 and 2.43, 2.66 and 5.92, 2.97 and 39.1.
 */
export function skewnessTest(summary: Summary): SkewnessTest | null {
  if (summary.n < LEAST) return null;
  const { statistic, critical } = tests[summary.scenario];
  const [found, beyond] = [statistic(summary), critical(summary.n)];
  return { statistic: found, critical: beyond, skewed: found > beyond };
}
