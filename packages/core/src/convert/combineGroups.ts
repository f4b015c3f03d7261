import { check, finite, positiveCount, representable } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";

/** Patients of one group with their mean and standard deviation. */
export interface Group {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * One group made of several: n, mean and standard deviation of all their patients together.
 *
 * Throws `TOO_FEW_EFFECTS` for an empty list, `NOT_A_VALID_NUMBER` and `OUT_OF_RANGE`.
 * Cochrane Handbook 6.5.2.10, table 6.5.a, applied to one group after another.
 *
 * @example
 * import { combineGroups } from "@acumeta/core";
 * combineGroups([{ n: 10, mean: 1, sd: 2 }, { n: 10, mean: 3, sd: 2 }]).mean; // => 2
 */
export function combineGroups(groups: readonly Group[]): Group & { readonly rule: string } {
  for (const { n, mean, sd } of groups) {
    positiveCount({ n });
    finite({ mean });
    check({ sd }, (value) => value >= 0 && Number.isFinite(value), "a number not below 0");
  }
  const [first, ...others] = groups;
  if (first === undefined) throw metaError(messages.tooFewEffects({ k: 0, needed: 1, what: "combining groups" }));
  const rule = groups.length === 1 ? "one group" : `${groups.length} groups combined (Cochrane Handbook, table 6.5.a)`;
  const { n, mean, sd } = others.reduce(combineTwo, first);
  representable({ n, mean, sd });
  return freeze({ n, mean, sd, rule });
}

function combineTwo(one: Group, two: Group): Group {
  const n = one.n + two.n;
  const between = ((one.n * two.n) / n) * (one.mean - two.mean) ** 2;
  const within = (one.n - 1) * one.sd ** 2 + (two.n - 1) * two.sd ** 2;
  return { n, mean: (one.n * one.mean + two.n * two.mean) / n, sd: Math.sqrt((within + between) / (n - 1)) };
}
