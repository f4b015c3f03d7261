import { normalCdf } from "../../numerics/normal.js";
import { type Registered, registry } from "../../registry/registry.js";

/** A registered test that more studies are significant than their power lets expect. */
export interface ExcessTest<Id extends string = string> extends Registered<Id> {
  /** P of so many significant studies or more, given the power of each. */
  readonly p: (significant: number, power: Float64Array) => number;
}

/** The chance of each number of significant studies follows study by study (Poisson-binomial distribution); O(k²). */
const exact: ExcessTest<"exact"> = {
  id: "exact",
  label: "exact, from the power of each study",
  citation: "Francis 2013, Journal of Mathematical Psychology 57:153-169",
  p(significant, power) {
    const chances = new Float64Array(power.length + 1);
    chances[0] = 1;
    for (const [i, each] of power.entries()) {
      for (let count = i + 1; count >= 1; count--)
        chances[count] = chances[count]! * (1 - each) + chances[count - 1]! * each;
      chances[0]! *= 1 - each;
    }
    return tailFrom(chances, significant);
  },
};

/** As if every study had the mean power. */
const binomial: ExcessTest<"binomial"> = {
  id: "binomial",
  label: "binomial, from the mean power",
  citation: "Ioannidis & Trikalinos 2007, Clinical Trials 4:245-253",
  p: (significant, power) => exact.p(significant, new Float64Array(power.length).fill(expected(power) / power.length)),
};

/** One-sided, from z = (O − E)/√(E(k − E)/k), whose square is Pearson's χ². */
const chiSquare: ExcessTest<"chi2"> = {
  id: "chi2",
  label: "Pearson's χ², one-sided",
  citation: "Ioannidis & Trikalinos 2007, Clinical Trials 4:245-253",
  p(significant, power) {
    const X2 = pearson(significant, power);
    if (X2 === null) return 1;
    return normalCdf(Math.sign(significant - expected(power)) * Math.sqrt(X2), { upper: true });
  },
};

/** Tests of excess significance, by id. */
export const excessTests = registry([exact, binomial, chiSquare]);

export type ExcessTestId = keyof typeof excessTests;

/** E, the sum of the powers. */
export function expected(power: Float64Array): number {
  return power.reduce((sum, each) => sum + each, 0);
}

/** (O − E)²/E + (O − E)²/(k − E); null where every power is 1. */
export function pearson(significant: number, power: Float64Array): number | null {
  const E = expected(power);
  const k = power.length;
  return k - E > 0 ? (significant - E) ** 2 * (1 / E + 1 / (k - E)) : null;
}

/** Summed from the smaller side, so that small tails keep their digits. */
function tailFrom(chances: Float64Array, first: number): number {
  let sum = 0;
  for (let count = chances.length - 1; count >= first; count--) sum += chances[count]!;
  return Math.min(1, sum);
}
