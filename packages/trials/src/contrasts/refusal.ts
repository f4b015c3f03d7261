/**
 * Why something in the tables cannot answer a question, from the most general to the most specific.
 * A trial's reason is the last of these that any of its rows reached.
 */
export const notUsedCodes = [
  "OTHER_CONDITION",
  "NO_TREATMENT_ARM",
  "NO_COMPARATOR_ARM",
  "CONFOUNDED_ARM",
  "OUTCOME_NOT_REPORTED",
  "SOURCE_NOT_ASKED",
  "WRONG_SCALE",
  "WRONG_MEASURE",
  "UNPOOLABLE_ROW",
  "LOW_TRUST",
  "NO_WEEK",
  "OUTSIDE_WINDOW",
  "NO_DIRECTION",
  "ONE_SIDE_ONLY",
  "NO_NUMBERS",
  "NO_SPREAD",
  "NO_N",
  "NO_EVENTS",
] as const;
export type NotUsedCode = (typeof notUsedCodes)[number];

/** One row (or trial) that was turned away; `detail` is the part of the sentence that is its own. */
export interface Refusal {
  readonly refused: NotUsedCode;
  readonly detail: string;
}

/** No effect, and every reason met on the way. */
export interface NoEffect {
  readonly refusals: readonly Refusal[];
}

export function refusal(refused: NotUsedCode, detail: string): Refusal {
  return { refused, detail };
}

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}

export function isNoEffect(value: object): value is NoEffect {
  return "refusals" in value;
}

/** Keeps what `evaluate` accepts, and why it turned the others away. */
export function sift<Row, Kept extends object>(
  rows: readonly Row[],
  evaluate: (row: Row) => Kept | Refusal,
): { readonly kept: readonly Kept[]; readonly refused: readonly Refusal[] } {
  const kept: Kept[] = [];
  const refused: Refusal[] = [];
  for (const row of rows) {
    const outcome = evaluate(row);
    if (isRefusal(outcome)) refused.push(outcome);
    else kept.push(outcome);
  }
  return { kept, refused };
}
