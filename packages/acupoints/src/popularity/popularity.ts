import { freeze } from "@acumeta/core";
import { checkPrescriptions } from "../checkArgument.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { ranksDescending } from "./ranks.js";

/** How often a point is prescribed. */
export interface PointUse {
  readonly code: string;
  /** 1 for the most trials; points in equally many trials share a rank. */
  readonly rank: number;
  readonly trials: number;
  /** Part of all prescriptions that list it. */
  readonly share: number;
  /** Patients of these trials, as far as their number is known. */
  readonly patients: number;
  /** Trials among them whose number of patients is not known. */
  readonly trialsWithoutN: number;
  /** Trials by group of conditions. */
  readonly conditions: Readonly<Record<string, number>>;
}

/**
 * The points of prescriptions by the number of trials that list them, the most popular first. Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { popularity } from "@acumeta/acupoints";
 * const common = { conditionGroup: "low-back-pain", n: 50, basis: "fixed" };
 * const use = popularity([
 *   { trialId: "a", codes: ["BL23", "BL40"], ...common },
 *   { trialId: "b", codes: ["BL23"], ...common },
 * ]);
 * use.map(({ code, trials, patients, share }) => [code, trials, patients, share]); // => [["BL23", 2, 100, 1], ["BL40", 1, 50, 0.5]]
 */
export function popularity(prescriptions: readonly Prescription[]): readonly PointUse[] {
  checkPrescriptions(prescriptions);
  const uses = [...byPoint(prescriptions)].map(([code, listing]) => ({
    code,
    trials: listing.length,
    share: listing.length / prescriptions.length,
    patients: listing.reduce((sum, { n }) => sum + (n ?? 0), 0),
    trialsWithoutN: listing.filter(({ n }) => n === null).length,
    conditions: countBy(listing, ({ conditionGroup }) => conditionGroup),
  }));
  const ranks = ranksDescending(uses.map(({ trials }) => trials));
  return freeze(
    uses
      .map((use, i) => ({ ...use, rank: ranks[i]! }))
      .sort(
        (a, b) => a.rank - b.rank || b.patients - a.patients || a.code.localeCompare(b.code, "en", { numeric: true }),
      ),
  );
}

/** The prescriptions that list each point. */
export function byPoint(prescriptions: readonly Prescription[]): ReadonlyMap<string, readonly Prescription[]> {
  const listing = new Map<string, Prescription[]>();
  for (const prescription of prescriptions)
    for (const code of prescription.codes) listing.set(code, [...(listing.get(code) ?? []), prescription]);
  return listing;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
