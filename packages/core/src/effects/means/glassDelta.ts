import { representable } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { EffectSize } from "../effectSize.js";
import { checkGroups, type TwoGroups } from "../groups.js";

/**
 * Glass's Δ: the mean difference in standard deviations of group 2 (the controls), where treatment may change the
 * spread. Δ = (m₁ − m₂)/sd₂, with variance 1/n₁ + 1/n₂ + Δ²/(2(n₂ − 1)).
 *
 * Throws `NOT_A_VALID_NUMBER`, `NO_SPREAD` (sd₂ = 0), `GROUPS_TOO_SMALL` (n₂ < 2) and `OUT_OF_RANGE`.
 * Glass 1976, Educational Researcher 5:3-8; variance: Rosenthal 1994, in The Handbook of Research Synthesis, ch. 16.
 *
 * @example
 * import { glassDelta } from "@acumeta/core";
 * glassDelta({ n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.3125
 */
export function glassDelta(groups: TwoGroups): EffectSize<"SMD"> {
  checkGroups(groups);
  const { n1, m1, n2, m2, sd2 } = groups;
  if (sd2 === 0) throw metaError(messages.noSpread());
  if (n2 < 2) throw metaError(messages.groupTooSmall({ n1, n2 }));
  const yi = (m1 - m2) / sd2;
  const vi = 1 / n1 + 1 / n2 + yi ** 2 / (2 * (n2 - 1));
  representable({ yi, vi });
  return freeze({ measure: "SMD", yi, vi, rules: ["Glass's Δ, standard deviation of group 2"] });
}
