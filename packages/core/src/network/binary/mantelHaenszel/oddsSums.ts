/** Events and patients of the arms of a trial, in the order of its design. */
export interface DesignTrial {
  readonly a: Float64Array;
  readonly n: Float64Array;
}

/** Sums over the trials of a design. */
export interface OddsSums {
  /** Rᵢⱼ = Σaᵢbⱼ/N, with bⱼ patients of arm j without event and N in all arms. */
  readonly R: readonly Float64Array[];
  readonly events: Float64Array;
  /** Patients without event. */
  readonly others: Float64Array;
}

export function oddsSums(trials: readonly DesignTrial[]): OddsSums {
  const t = trials[0]!.a.length;
  const R = Array.from({ length: t }, () => new Float64Array(t));
  const events = new Float64Array(t);
  const others = new Float64Array(t);
  for (const { a, n } of trials) {
    const N = n.reduce((sum, each) => sum + each, 0);
    for (let i = 0; i < t; i++) {
      events[i]! += a[i]!;
      others[i]! += n[i]! - a[i]!;
      for (let j = 0; j < t; j++) if (i !== j) R[i]![j]! += (a[i]! * (n[j]! - a[j]!)) / N;
    }
  }
  return { R, events, others };
}
