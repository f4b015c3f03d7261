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
  S1: { statistic: ofExtremes, critical: (n) => 1.01 / Math.log(n + 9) + 2.43 / (n + 1) },
  S2: { statistic: ofQuartiles, critical: (n) => 2.66 / Math.sqrt(n) - 5.92 / n ** 2 },
  S3: {
    statistic: (summary) => {
      const { n } = summary;
      return Math.max(((2.65 * Math.log(0.6 * n)) / Math.sqrt(n)) * ofExtremes(summary), ofQuartiles(summary));
    },
    critical: (n) => 2.97 / Math.sqrt(n) - 39.1 / n ** 3,
  },
};

/** The critical values were fitted to samples from 5 on. */
const LEAST = 5;

/**
 * Tests at 5 % whether the data are skewed, by the distance of the median from the middle of the extremes, of the
 * quartiles, or of both; null of fewer than 5 patients.
 *
 * Shi, Luo, Wan, Liu & Tong 2023, Statistical Methods in Medical Research 32:1338-1360.
 */
export function skewnessTest(summary: Summary): SkewnessTest | null {
  if (summary.n < LEAST) return null;
  const { statistic, critical } = tests[summary.scenario];
  const [found, beyond] = [statistic(summary), critical(summary.n)];
  return { statistic: found, critical: beyond, skewed: found > beyond };
}
