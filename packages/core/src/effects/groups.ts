import { check, finite, positiveCount } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { checkRow } from "./checkRow.js";

/** Patients, mean and standard deviation of two groups; differences are group 1 minus group 2. */
export interface TwoGroups {
  readonly n1: number;
  readonly m1: number;
  readonly sd1: number;
  readonly n2: number;
  readonly m2: number;
  readonly sd2: number;
}

export const groupColumns = ["n1", "m1", "sd1", "n2", "m2", "sd2"] as const;

/** {@link TwoGroups} of many studies, a column each. */
export interface TwoGroupsColumns {
  readonly n1: readonly number[];
  readonly m1: readonly number[];
  readonly sd1: readonly number[];
  readonly n2: readonly number[];
  readonly m2: readonly number[];
  readonly sd2: readonly number[];
}

/** Refuses counts below 1, negative standard deviations and anything not finite. */
export function checkGroups(groups: TwoGroups): void {
  checkRow(groups, groupColumns);
  const { n1, m1, sd1, n2, m2, sd2 } = groups;
  positiveCount({ n1, n2 });
  finite({ m1, m2 });
  check({ sd1, sd2 }, (sd) => sd >= 0 && Number.isFinite(sd), "a number not below 0");
  if (sd1 === 0 && sd2 === 0) throw metaError(messages.noSpread());
}

/** Standard deviation pooled over two groups: √(((n₁ − 1)sd₁² + (n₂ − 1)sd₂²)/(n₁ + n₂ − 2)). */
export function pooledSd({ n1, sd1, n2, sd2 }: TwoGroups): number {
  return Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / (n1 + n2 - 2));
}
