import { sampleCorrelation } from "simple-statistics";

/** How two rankings of the same items agree; null where fewer than three items, or only ties, allow no answer. */
export interface RankAgreement {
  /** Items ranked by both. */
  readonly items: number;
  readonly kendallTauB: number | null;
  readonly spearman: number | null;
}

/**
 * Kendall's τ_b, which allows for ties, and Spearman's ρ, the correlation of mid-ranks.
 *
 * Kendall 1945, Biometrika 33:239-251; Spearman 1904, American Journal of Psychology 15:72-101.
 */
export function rankAgreement(a: readonly number[], b: readonly number[]): RankAgreement {
  const enough = a.length >= 3;
  return {
    items: a.length,
    kendallTauB: enough ? kendallTauB(a, b) : null,
    spearman: enough ? correlation(midRanks(a), midRanks(b)) : null,
  };
}

function kendallTauB(a: readonly number[], b: readonly number[]): number | null {
  let agreeing = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const signA = Math.sign(a[i]! - a[j]!);
      const signB = Math.sign(b[i]! - b[j]!);
      agreeing += signA * signB;
      untiedA += Math.abs(signA);
      untiedB += Math.abs(signB);
    }
  return untiedA === 0 || untiedB === 0 ? null : agreeing / Math.sqrt(untiedA * untiedB);
}

function midRanks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  if (new Set(a).size === 1 || new Set(b).size === 1) return null;
  return sampleCorrelation([...a], [...b]);
}
