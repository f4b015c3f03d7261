/** Kendall's rank correlation of two columns. */
export interface Kendall {
  /** Concordant less discordant pairs. */
  readonly S: number;
  /** Standard deviation of S where the columns are independent, with ties. */
  readonly se: number;
  /** τ-b; null where a column is constant. */
  readonly tau: number | null;
  readonly tied: boolean;
}

/**
 * Kendall's score S, τ-b = S/√((n₀ − n₁)(n₀ − n₂)) with n₀ pairs, n₁ and n₂ tied in one column, and the variance of S
 * under independence with ties. O(k²).
 *
 * Kendall 1970, Rank Correlation Methods, 4th ed., ch. 3 and 4.
 */
export function kendall(a: Float64Array, b: Float64Array): Kendall {
  const k = a.length;
  let S = 0;
  for (let i = 1; i < k; i++) for (let j = 0; j < i; j++) S += Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!);
  const [one, other] = [tiesOf(a), tiesOf(b)];
  const pairs = k * (k - 1);
  const variance =
    (pairs * (2 * k + 5) - one.cubic - other.cubic) / 18 +
    (one.triples * other.triples) / (9 * pairs * Math.max(1, k - 2)) +
    (one.pairs * other.pairs) / (2 * pairs);
  const scale = Math.sqrt((pairs - one.pairs) * (pairs - other.pairs)) / 2;
  return {
    S,
    se: Math.sqrt(Math.max(0, variance)),
    tau: scale === 0 ? null : S / scale,
    tied: one.pairs > 0 || other.pairs > 0,
  };
}

/** Σt(t − 1), Σt(t − 1)(t − 2) and Σt(t − 1)(2t + 5) over the groups of t equal values. */
function tiesOf(column: Float64Array) {
  const sizes = new Map<number, number>();
  for (const value of column) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  let [pairs, triples, cubic] = [0, 0, 0];
  for (const t of sizes.values()) {
    pairs += t * (t - 1);
    triples += t * (t - 1) * (t - 2);
    cubic += t * (t - 1) * (2 * t + 5);
  }
  return { pairs, triples, cubic };
}

/**
 * The exact two-sided p value of a score S of k values without ties: twice the smaller tail. The chances of each number
 * of discordant pairs follow study by study, the i-th adding 0 … i − 1 with equal chance. O(k³).
 *
 * Kendall 1970, Rank Correlation Methods, 4th ed., ch. 5.
 */
export function exactKendallP(k: number, S: number): number {
  const most = (k * (k - 1)) / 2;
  let chances = Float64Array.of(1);
  for (let i = 2; i <= k; i++) {
    const next = new Float64Array(chances.length + i - 1);
    for (const [inversions, chance] of chances.entries())
      for (let added = 0; added < i; added++) next[inversions + added]! += chance / i;
    chances = next;
  }
  const discordant = Math.round((most - Math.abs(S)) / 2);
  let tail = 0;
  for (let inversions = 0; inversions <= discordant; inversions++) tail += chances[inversions]!;
  return Math.min(1, 2 * tail);
}
