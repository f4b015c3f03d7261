import { metaError } from "@acumeta/core";
import { messages } from "./messages.js";
import type { NaiveMethod } from "./methods/index.js";
import type { PointTrialEffect } from "./pointTrialEffects.js";

export interface NaiveOptions {
  /** Plain mean (unless given), or random-effects mean (REML). */
  readonly method?: NaiveMethod;
  /** Points in fewer trials with an effect are left out; 1 unless given. */
  readonly minimumTrials?: number;
  /** Level of intervals and band; 0.95 unless given. */
  readonly level?: number;
  /** Shuffles for band and p-values; 2000 unless given. */
  readonly permutations?: number;
  /** The same seed gives the same result; 1 unless given. */
  readonly seed?: number;
}

/** What the naive method reads of a trial's effect. */
export type NaiveEffect = Pick<PointTrialEffect, "trialId" | "comparator" | "yi" | "vi" | "n">;

/** Beyond these, sums of weights and squares leave double precision; `pool` has the same limits. */
const LARGEST_YI = 1e30;
const SMALLEST_VI = 1e-40;
const LARGEST_VI = 1e60;

/** Refuses (`NOT_A_VALID_NUMBER`) effects that can't be averaged. */
export function checkNumbers(effects: readonly NaiveEffect[]): void {
  for (const { trialId, yi, vi, n } of effects) {
    const refuse = (column: string, found: unknown, allowed: string) =>
      metaError(messages.notANumber(trialId, { column, found, allowed }));
    if (!(Math.abs(yi) <= LARGEST_YI)) throw refuse("yi", yi, "a number, |yi| ≤ 1e30");
    if (!(vi >= SMALLEST_VI && vi <= LARGEST_VI)) throw refuse("vi", vi, "a variance, 1e-40 ≤ vi ≤ 1e60");
    if (n !== null && !(Number.isFinite(n) && n >= 0)) throw refuse("n", n, "a number of patients, or null");
  }
}

/** Refuses (`OPTION_OUT_OF_RANGE`) numbers that make no sense as options. */
export function checkOptions({
  minimumTrials,
  level,
  permutations,
  seed,
}: Required<Omit<NaiveOptions, "method">>): void {
  const refuse = (option: string, found: number, allowed: string) =>
    metaError(messages.outOfRange(option, found, allowed));
  const whole = (value: number, from: number) => Number.isSafeInteger(value) && value >= from;
  if (!whole(minimumTrials, 1)) throw refuse("minimumTrials", minimumTrials, "a whole number from 1");
  if (!(level > 0 && level < 1)) throw refuse("level", level, "a number between 0 and 1");
  if (!whole(permutations, 1)) throw refuse("permutations", permutations, "a whole number from 1");
  if (!Number.isSafeInteger(seed)) throw refuse("seed", seed, "a whole number");
}
