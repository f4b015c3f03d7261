import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { NetworkEffect } from "../networkEffect.js";

/** A trial's arms in order of appearance, and the row and direction of each comparison (a, b), a < b. */
export interface TrialRows {
  readonly study: string;
  readonly arms: readonly string[];
  readonly rows: Int32Array;
  readonly signs: Int8Array;
}

/** The place of the pair (a, b), a < b, of t arms. */
export const pairOf = (a: number, b: number, t: number): number => a * t - (a * (a + 1)) / 2 + b - a - 1;

/** Refuses `DUPLICATE_COMPARISON`, and `INCOMPLETE_TRIAL` where comparisons of a trial's arms are missing. */
export function groupByTrial(effects: readonly NetworkEffect[]): readonly TrialRows[] {
  const byStudy = new Map<string, number[]>();
  for (let row = 0; row < effects.length; row++) {
    const { study } = effects[row]!;
    const rows = byStudy.get(study);
    if (rows === undefined) byStudy.set(study, [row]);
    else rows.push(row);
  }
  return Array.from(byStudy, ([study, rows]) =>
    rows.length === 1 ? twoArms(effects, rows[0]!) : arrange(effects, study, rows),
  );
}

function twoArms(effects: readonly NetworkEffect[], row: number): TrialRows {
  const { study, treat1, treat2 } = effects[row]!;
  return { study, arms: [treat1, treat2], rows: Int32Array.of(row), signs: Int8Array.of(1) };
}

function arrange(effects: readonly NetworkEffect[], study: string, given: readonly number[]): TrialRows {
  const arms = [...new Set(given.flatMap((row) => [effects[row]!.treat1, effects[row]!.treat2]))];
  const t = arms.length;
  const rows = new Int32Array((t * (t - 1)) / 2).fill(-1);
  const signs = new Int8Array(rows.length);
  for (const row of given) {
    const { treat1, treat2 } = effects[row]!;
    const a = arms.indexOf(treat1);
    const b = arms.indexOf(treat2);
    const pair = a < b ? pairOf(a, b, t) : pairOf(b, a, t);
    if (rows[pair] !== -1) throw metaError(messages.duplicateComparison({ study, treatments: [treat1, treat2] }));
    rows[pair] = row;
    signs[pair] = a < b ? 1 : -1;
  }
  if (rows.includes(-1)) throw metaError(messages.incompleteTrial({ study, arms, missing: missingPairs(arms, rows) }));
  return { study, arms, rows, signs };
}

function missingPairs(arms: readonly string[], rows: Int32Array): readonly string[] {
  return arms.flatMap((first, a) =>
    arms.flatMap((second, b) =>
      a < b && rows[pairOf(a, b, arms.length)] === -1 ? [`${first} against ${second}`] : [],
    ),
  );
}
