import { sdFromCi, sdFromSe } from "@acumeta/core";
import type { Arm, Outcome } from "../schema/rows.js";
import { details } from "./messages.js";
import { type Refusal, refusal } from "./refusal.js";
import { sampleSize } from "./sampleSize.js";

/** The mean of one group of patients, ready for an effect size. */
export interface ArmSummary {
  readonly arms: readonly string[];
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly rows: readonly Outcome[];
  readonly rules: readonly string[];
  readonly assumptions: readonly string[];
}

/**
 * n, mean and SD of an arm from its row: the SD as printed, else from the SE, else from the interval of the mean
 * (t with n − 1 degrees of freedom; Cochrane Handbook 6.5.2.2).
 */
export function armSummary(row: Outcome, arm: Arm): ArmSummary | Refusal {
  const name = details.row(row.scale, row.week);
  const noSpread = refusal("NO_SPREAD", details.noSpread(row.scale, row.week));
  if (row.mean === null) return refusal("NO_NUMBERS", name);
  if (!printsSpread(row)) return noSpread;
  const size = sampleSize(row.n, [arm]);
  if (size === null || size.n < 2) return refusal("NO_N", name);
  const sd = standardDeviation(row, size.n);
  if (sd === null) return noSpread;
  return {
    arms: [row.arm],
    n: size.n,
    mean: row.mean,
    sd: sd.value,
    rows: [row],
    rules: sd.rule === null ? [] : [`${row.arm}: ${sd.rule}`],
    assumptions: size.assumptions,
  };
}

function printsSpread({ sd, se, ciLower, ciUpper }: Outcome): boolean {
  return sd !== null || se !== null || (ciLower !== null && ciUpper !== null);
}

/** null where what is printed leaves no spread (0, or an interval of no width). */
function standardDeviation(
  { sd, se, ciLower, ciUpper }: Outcome,
  n: number,
): { readonly value: number; readonly rule: string | null } | null {
  if (sd !== null) return sd > 0 ? { value: sd, rule: null } : null;
  if (se !== null) return se > 0 ? sdFromSe({ se, n }) : null;
  if (ciLower === null || ciUpper === null || !(ciUpper > ciLower)) return null;
  return sdFromCi({ lower: ciLower, upper: ciUpper, n });
}
