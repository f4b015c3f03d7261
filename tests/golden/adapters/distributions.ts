import {
  betaCdf,
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  digamma,
  fCdf,
  fQuantile,
  gammaCdf,
  gammaQuantile,
  logGamma,
  noncentralChiSquareCdf,
  noncentralTCdf,
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalQuantile,
  tCdf,
  tQuantile,
  trigamma,
} from "@acumeta/core";
import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import hypergeometricCdf from "@stdlib/stats-base-dists-hypergeometric-cdf";
import poissonCdf from "@stdlib/stats-base-dists-poisson-cdf";
import rangeCdf from "@stdlib/stats-base-dists-studentized-range-cdf";
import { exactKendallP } from "../../../packages/core/src/bias/asymmetry/kendall.ts";
import { type Adapter, peerInexact } from "../goldenCase.ts";
import { studentizedRangeCdf } from "./studentizedRange.ts";

type Row = Readonly<Record<string, number>>;

/** A function of a row, applied to every row of the columns. */
const rows =
  (compute: (row: Row) => number): Adapter =>
  ({ input }) => {
    const columns = Object.entries(input).filter((entry): entry is [string, number[]] => Array.isArray(entry[1]));
    const length = columns[0]![1].length;
    return {
      value: Array.from({ length }, (_, i) =>
        compute(Object.fromEntries(columns.map(([name, values]) => [name, Number(values[i])]))),
      ),
    };
  };

/**
 * qt of R stops short of its own pt far out in the tails: qt(1e-300, 3) is off by 8e-9, and pt of it is not 1e-300.
 * Where its quantile misses the probability that ours meets, there is nothing to compare with.
 */
const tQuantiles: Adapter = (golden) => {
  const { p, df } = golden.input as { p: number[]; df: number[] };
  const expected = golden.expected.value as readonly number[];
  const miss = (i: number, q: number) => {
    const tail = Math.min(p[i]!, 1 - p[i]!);
    return Math.abs(tCdf(-Math.abs(q), df[i]!) / tail - 1);
  };
  return {
    value: p.map((probability, i) => {
      const q = tQuantile(probability, df[i]!);
      return miss(i, expected[i]!) > 1e-11 && miss(i, q) < 1e-12 ? peerInexact : q;
    }),
  };
};

/** To which @stdlib sums the studentised range. */
const STDLIB_STOPS = 1e-10;

/**
 * ptukey of R is less exact than it prints: of two means, where the range is √2 |T|, ten digits hold. A number of R's that
 * is off by no more than 2e-6 is passed over where @stdlib, by another quadrature, agrees with ours, or at least is nearer
 * to ours than to R's.
 */
const studentizedRange: Adapter = (golden) => {
  const { q, nmeans, df } = golden.input as { q: number[]; nmeans: number[]; df: number[] };
  const theirs = golden.expected.value as readonly number[];
  return {
    value: q.map((x, i) => {
      const ours = studentizedRangeCdf(x, { means: nmeans[i]!, df: df[i]! });
      const other = rangeCdf(x, nmeans[i]!, df[i]!);
      const [off, unlike] = [Math.abs(theirs[i]! - ours), Math.abs(theirs[i]! - other)];
      return off > 1e-12 && off < 2e-6 && Math.abs(other - ours) < Math.max(unlike, STDLIB_STOPS) ? peerInexact : ours;
    }),
  };
};

/** P(concordant pairs ≤ q) from the two-sided p value of Begg's test, by the symmetry of the score S = 2q − n(n − 1)/2. */
function kendallCdf(q: number, n: number): number {
  const pairs = (n * (n - 1)) / 2;
  return 2 * q < pairs ? exactKendallP(n, 2 * q - pairs) / 2 : 1 - exactKendallP(n, 2 * (q + 1) - pairs) / 2;
}

const upper = { upper: true };

export const distributionAdapters: Readonly<Record<string, Adapter>> = {
  "dist.pnorm": rows(({ q }) => normalCdf(q!)),
  "dist.pnorm.upper": rows(({ q }) => normalCdf(q!, upper)),
  "dist.pnorm.log": rows(({ q }) => normalLogCdf(q!)),
  "dist.qnorm": rows(({ p }) => normalQuantile(p!)),
  "dist.dnorm": rows(({ x }) => normalDensity(x!)),
  "dist.pt": rows(({ q, df }) => tCdf(q!, df!)),
  "dist.pt.upper": rows(({ q, df }) => tCdf(q!, df!, upper)),
  "dist.qt": tQuantiles,
  "dist.pchisq": rows(({ q, df }) => chiSquareCdf(q!, df!)),
  "dist.pchisq.upper": rows(({ q, df }) => chiSquareCdf(q!, df!, upper)),
  "dist.qchisq": rows(({ p, df }) => chiSquareQuantile(p!, df!)),
  "dist.pf": rows(({ q, df1, df2 }) => fCdf(q!, { df1: df1!, df2: df2! })),
  "dist.pf.upper": rows(({ q, df1, df2 }) => fCdf(q!, { df1: df1!, df2: df2! }, upper)),
  "dist.qf": rows(({ p, df1, df2 }) => fQuantile(p!, { df1: df1!, df2: df2! })),
  "dist.pbeta": rows(({ q, shape1, shape2 }) => betaCdf(q!, { a: shape1!, b: shape2! })),
  "dist.qbeta": rows(({ p, shape1, shape2 }) => betaQuantile(p!, { a: shape1!, b: shape2! })),
  "dist.pgamma": rows(({ q, shape }) => gammaCdf(q!, shape!)),
  "dist.pgamma.upper": rows(({ q, shape }) => gammaCdf(q!, shape!, upper)),
  "dist.qgamma": rows(({ p, shape }) => gammaQuantile(p!, shape!)),
  "dist.lgamma": rows(({ x }) => logGamma(x!)),
  "dist.digamma": rows(({ x }) => digamma(x!)),
  "dist.trigamma": rows(({ x }) => trigamma(x!)),
  "dist.pt.ncp": rows(({ q, df, ncp }) => noncentralTCdf(q!, { df: df!, ncp: ncp! })),
  "dist.pchisq.ncp": rows(({ q, df, ncp }) => noncentralChiSquareCdf(q!, { df: df!, ncp: ncp! })),
  "dist.pbinom": rows(({ q, size, prob }) => binomialCdf(q!, size!, prob!)),
  "dist.ppois": rows(({ q, lambda }) => poissonCdf(q!, lambda!)),
  "dist.phyper": rows(({ q, m, n, k }) => hypergeometricCdf(q!, m! + n!, m!, k!)),
  "dist.ptukey": studentizedRange,
  "dist.pKendall": rows(({ q, n }) => kendallCdf(q!, n!)),
};
