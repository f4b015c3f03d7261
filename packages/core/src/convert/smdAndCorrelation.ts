import type { EffectSize } from "../effects/effectSize.js";
import { check, finite, positive, positiveCount } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";

/** An effect with its variance. */
interface Estimated {
  readonly yi: number;
  readonly vi: number;
}

/**
 * Correlation of group and outcome from a standardised mean difference: r = d/√(d² + h) with variance h² v/(d² + h)³,
 * h = (n₁ + n₂)²/(n₁n₂), which is 4 for groups of one size (taken where n1 and n2 are not given).
 *
 * Throws `NOT_A_VALID_NUMBER`, `MISSING_INPUT` (one of n1 and n2). Borenstein 2009, in The Handbook of Research Synthesis
 * and Meta-Analysis, 2nd ed., ch. 12.
 *
 * @example
 * import { smdToCorrelation } from "@acumeta/core";
 * smdToCorrelation({ yi: 0.5, vi: 0.0205 }).yi; // => 0.24253563
 */
export function smdToCorrelation({ yi, vi, n1, n2 }: Estimated & { n1?: number; n2?: number }): EffectSize<"COR"> {
  finite({ yi });
  positive({ vi });
  const h = shapeOf(n1, n2);
  const sizes = n1 === undefined ? "groups taken as equal" : "by the groups' sizes";
  return freeze({
    measure: "COR",
    yi: yi / Math.sqrt(yi ** 2 + h),
    vi: (h ** 2 * vi) / (yi ** 2 + h) ** 3,
    rules: [`correlation from SMD, ${sizes}`],
  });
}

/**
 * Standardised mean difference from a correlation: d = 2r/√(1 − r²) with variance 4v/(1 − r²)³, as if the variable were
 * split in two groups of one size.
 *
 * Throws `NOT_A_VALID_NUMBER` (r not between −1 and 1). Borenstein 2009, in The Handbook of Research Synthesis and
 * Meta-Analysis, 2nd ed., ch. 12.
 *
 * @example
 * import { correlationToSmd } from "@acumeta/core";
 * correlationToSmd({ yi: 0.5, vi: 0.0058 }).yi; // => 1.1547005
 */
export function correlationToSmd({ yi, vi }: Estimated): EffectSize<"SMD"> {
  check({ yi }, (r) => r > -1 && r < 1, "a correlation between -1 and 1, not one of them");
  positive({ vi });
  const rest = 1 - yi ** 2;
  const rules = ["SMD from a correlation, groups taken as equal"];
  return freeze({ measure: "SMD", yi: (2 * yi) / Math.sqrt(rest), vi: (4 * vi) / rest ** 3, rules });
}

function shapeOf(n1: number | undefined, n2: number | undefined): number {
  if (n1 === undefined && n2 === undefined) return 4;
  if (n1 === undefined || n2 === undefined)
    throw metaError(messages.missingInput({ allowed: "n1 and n2, or neither" }));
  positiveCount({ n1, n2 });
  return (n1 + n2) ** 2 / (n1 * n2);
}
