import type { Arm } from "../schema/rows.js";
import { assumptions } from "./messages.js";

/** The patients of a group, and what had to be assumed to know them. */
interface SampleSize {
  readonly n: number;
  readonly assumptions: readonly string[];
}

/**
 * n as printed, else the number randomised to these arms as a stated assumption, else null: n is never invented.
 */
export function sampleSize(printed: number | null, arms: readonly Arm[]): SampleSize | null {
  if (printed !== null) return { n: printed, assumptions: [] };
  const randomised = arms.map(({ nRandomised }) => nRandomised ?? Number.NaN);
  const n = randomised.reduce((sum, each) => sum + each, 0);
  if (Number.isNaN(n)) return null;
  return { n, assumptions: arms.map(({ arm }, i) => assumptions.randomised(arm, randomised[i] ?? n)) };
}
