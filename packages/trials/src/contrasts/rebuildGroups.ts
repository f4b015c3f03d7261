import { combineGroups } from "@acumeta/core";
import type { PrintedDifference } from "./printedDifference.js";

/** Two groups whose comparison gives the printed difference and its SE again. */
export interface RebuiltGroups {
  readonly a: { readonly n: number; readonly mean: number; readonly sd: number };
  readonly b: { readonly n: number; readonly mean: number; readonly sd: number };
  /** The differences that went in. */
  readonly used: readonly PrintedDifference[];
}

/** A printed mean difference with n: the SD both groups must have had, SD = SE / √(1/nA + 1/nB). */
interface Rebuilt {
  readonly difference: PrintedDifference;
  readonly nA: number;
  readonly nB: number;
  readonly sd: number;
}

/**
 * Groups from printed mean differences with n (Cochrane Handbook 6.5.2.3): one side at mean 0, the other at the
 * difference, both with the SD that the interval implies.
 *
 * Several differences that have one side in common (EA against sham, MA against sham) become one comparison:
 * their other sides are combined like arms, the common side counts once with the pooled SD. The first difference
 * is always used, the next that shares a side with it says which side is common; others whose arms are in already,
 * or that do not share that side, are not used.
 */
export function rebuildGroups(differences: readonly PrintedDifference[]): RebuiltGroups | null {
  const [first, ...others] = differences.flatMap(rebuilt);
  if (first === undefined) return null;
  const joinsB = (other: Rebuilt) => sameArms(first, other, "armsB") && !sameArms(first, other, "armsA");
  const joinsA = (other: Rebuilt) => sameArms(first, other, "armsA") && !sameArms(first, other, "armsB");
  const partner = others.find((other) => joinsB(other) || joinsA(other));
  const commonB = partner === undefined || joinsB(partner);
  const used = withoutOverlap([first, ...others.filter(commonB ? joinsB : joinsA)], commonB ? "armsA" : "armsB");
  const varied = combineGroups(
    used.map(({ difference, nA, nB, sd }) => ({
      n: commonB ? nA : nB,
      mean: commonB ? difference.estimate : -difference.estimate,
      sd,
    })),
  );
  const common = { n: commonB ? first.nB : first.nA, mean: 0, sd: pooledSd(used) };
  return { a: commonB ? varied : common, b: commonB ? common : varied, used: used.map(({ difference }) => difference) };
}

function rebuilt(difference: PrintedDifference): readonly Rebuilt[] {
  const { n, se, row } = difference;
  if (n === null || row.measure !== "MD") return [];
  return [{ difference, nA: n.a, nB: n.b, sd: se / Math.sqrt(1 / n.a + 1 / n.b) }];
}

function sameArms({ difference: one }: Rebuilt, { difference: other }: Rebuilt, side: "armsA" | "armsB"): boolean {
  return one[side].join() === other[side].join();
}

/** Keeps those that bring only new arms on this side. */
function withoutOverlap(all: readonly Rebuilt[], side: "armsA" | "armsB"): readonly Rebuilt[] {
  const taken = new Set<string>();
  return all.filter(({ difference }) => {
    const arms = difference[side];
    if (arms.some((arm) => taken.has(arm))) return false;
    for (const arm of arms) taken.add(arm);
    return true;
  });
}

function pooledSd(used: readonly Rebuilt[]): number {
  const df = used.map(({ nA, nB }) => nA + nB - 2);
  const sum = used.reduce((total, { sd }, i) => total + (df[i] ?? 0) * sd * sd, 0);
  return Math.sqrt(sum / df.reduce((total, each) => total + each, 0));
}
