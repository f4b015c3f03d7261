import { check } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { checkGroups, pooledSd, type TwoGroups } from "../groups.js";

/** An uncorrected standardised mean difference and the patients it is of. */
export interface DOfGroups {
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
}

/** d = (m₁ − m₂)/sd, sd pooled over both groups. */
export function cohensD(groups: TwoGroups): DOfGroups {
  const { n1, m1, n2, m2 } = groups;
  return { d: (m1 - m2) / pooledSd(groups), n1, n2 };
}

/** Refuses what `checkGroups` refuses, fewer than 3 patients, and a pooled standard deviation of 0. */
export function checkPooledSd(groups: TwoGroups): void {
  checkGroups(groups);
  check({ "n1 + n2": groups.n1 + groups.n2 }, (n) => n >= 3, "at least 3 patients in both groups");
  if (pooledSd(groups) === 0) throw metaError(messages.noSpread());
}
