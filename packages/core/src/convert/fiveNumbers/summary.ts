import { check, finite } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";

/** What papers print of skewed outcomes: the median with the quartiles, with the extremes, or with both. */
export interface FiveNumbers {
  readonly n: number;
  readonly median: number;
  readonly min?: number;
  readonly q1?: number;
  readonly q3?: number;
  readonly max?: number;
}

/** Which of them are there: S1 the extremes, S2 the quartiles, S3 both (Wan et al. 2014's scenarios). */
export type Scenario = "S1" | "S2" | "S3";

/** A checked summary; the numbers that its scenario does not have are NaN and not used. */
export interface Summary {
  readonly scenario: Scenario;
  readonly n: number;
  readonly median: number;
  readonly min: number;
  readonly q1: number;
  readonly q3: number;
  readonly max: number;
}

/** What a scenario has, in words. */
export const scenarios: Readonly<Record<Scenario, string>> = {
  S1: "median, minimum and maximum",
  S2: "median and quartiles",
  S3: "median, quartiles, minimum and maximum",
};

/** Refuses a lone half of a pair, numbers out of order, and anything not finite. */
export function checkedSummary({ n, median, min, q1, q3, max }: FiveNumbers): Summary {
  check({ n }, (value) => value >= 2 && Number.isFinite(value), "a number of patients, at least 2");
  finite(
    Object.fromEntries(
      Object.entries({ median, min, q1, q3, max }).flatMap(([k, x]) => (x === undefined ? [] : [[k, x]])),
    ),
  );
  const extremes = pair(min, max, "min and max");
  const quartiles = pair(q1, q3, "q1 and q3");
  const inOrder = [min, q1, median, q3, max].filter((x) => x !== undefined);
  for (const [i, upper] of inOrder.entries()) {
    const lower = inOrder[i - 1];
    if (lower !== undefined && lower > upper) throw metaError(messages.boundsReversed({ lower, upper }));
  }
  if (!extremes && !quartiles) throw metaError(messages.missingInput({ allowed: "q1 and q3, or min and max" }));
  const scenario = extremes ? (quartiles ? "S3" : "S1") : "S2";
  const none = Number.NaN;
  return { scenario, n, median, min: min ?? none, q1: q1 ?? none, q3: q3 ?? none, max: max ?? none };
}

function pair(lower: number | undefined, upper: number | undefined, both: string): boolean {
  if ((lower === undefined) !== (upper === undefined)) throw metaError(messages.missingInput({ allowed: both }));
  return lower !== undefined;
}
