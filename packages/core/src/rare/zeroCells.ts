import { additions, type ZeroCellOptions } from "../effects/zeroCells.js";

/** Events of two groups among patients, or in person-time: `a` of `n1`, `c` of `n2`. */
export interface Stratum {
  readonly a: number;
  readonly n1: number;
  readonly c: number;
  readonly n2: number;
}

/** What the `n1` and `n2` of strata count. */
export type Denominator = "patients" | "person-time";

/** A stratum after the zero-cell policy. */
export interface Corrected extends Stratum {
  /** What was added to each cell. */
  readonly added: number;
  /** To be left out for having no events, or only events, in both groups. */
  readonly dropped: boolean;
  readonly rules: readonly string[];
}

/** The strata of a set, corrected together, since "if0all" looks at all of them. Person-time is never added to. */
export function correctedStrata(
  strata: readonly Stratum[],
  per: Denominator,
  options: ZeroCellOptions,
): readonly Corrected[] {
  const policy = additions(strata, options, {
    hasZero: (stratum) => hasZero(stratum, per),
    doubleZero: { holds: (stratum) => isDoubleZero(stratum, per), label: doubleZeroOf[per] },
    counts: per === "patients" ? "every cell" : "the events of both groups",
  });
  return strata.map(({ a, n1, c, n2 }, i) => {
    const { added, dropped, rules } = policy[i]!;
    const inGroup = per === "patients" ? 2 * added : 0;
    return { a: a + added, n1: n1 + inGroup, c: c + added, n2: n2 + inGroup, added, dropped, rules };
  });
}

/** Whether a stratum has no events, or only events, in both groups: it says nothing of a ratio. */
export function isDoubleZero({ a, n1, c, n2 }: Stratum, per: Denominator): boolean {
  return (a === 0 && c === 0) || (per === "patients" && a === n1 && c === n2);
}

/** What a study that says nothing of a ratio has, in words. */
export const doubleZeroOf: Readonly<Record<Denominator, string>> = {
  patients: "no events, or only events, in both groups",
  "person-time": "no events in both groups",
};

function hasZero({ a, n1, c, n2 }: Stratum, per: Denominator): boolean {
  return a === 0 || c === 0 || (per === "patients" && (a === n1 || c === n2));
}
