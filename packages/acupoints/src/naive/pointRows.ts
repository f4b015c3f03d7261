import { benjaminiHochberg } from "@acumeta/core";
import { byPoint } from "../popularity/popularity.js";
import { ranksDescending } from "../popularity/ranks.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { middle, twoSided } from "./chance.js";
import { type Listing, valuesOf } from "./listing.js";
import type { Limits } from "./methods/averageMethod.js";
import type { NaiveEffect } from "./naiveInput.js";
import type { PointEffect } from "./pointEffects.js";

/** What is known of the points of a listing, in its order. */
export interface AveragedPoints {
  readonly listing: Listing;
  readonly estimate: Float64Array;
  readonly limits: readonly Limits[];
  /** Averages over shuffled prescriptions, sorted upwards. */
  readonly shuffled: readonly number[][];
  readonly level: number;
}

/** A row for each point, the largest average first. */
export function pointRows(
  { listing, estimate, limits, shuffled, level }: AveragedPoints,
  trials: readonly NaiveEffect[],
  prescriptions: readonly Prescription[],
): readonly PointEffect[] {
  const users = byPoint(prescriptions);
  const ranks = ranksDescending(Array.from(estimate));
  const listed = valuesOf(listing.offsets, listing.trials).map((rows) => rows.map((row) => trials[row]!));
  const p = shuffled.map((values, i) => twoSided(values, estimate[i]!));
  const q = benjaminiHochberg(p);
  const rows = listing.codes.map(
    (code, i): PointEffect => ({
      code,
      rank: ranks[i]!,
      trials: users.get(code)!.length,
      k: listed[i]!.length,
      n: patientsOf(listed[i]!),
      estimate: estimate[i]!,
      ci: limits[i]! && { ...limits[i]!, level },
      shuffled: middle(shuffled[i]!, level),
      p: p[i]!,
      q: q[i]!,
    }),
  );
  return rows.sort((a, b) => a.rank - b.rank || b.k - a.k || a.code.localeCompare(b.code, "en", { numeric: true }));
}

function patientsOf(trials: readonly NaiveEffect[]): number | null {
  return trials.reduce<number | null>((sum, { n }) => (sum === null || n === null ? null : sum + n), 0);
}
