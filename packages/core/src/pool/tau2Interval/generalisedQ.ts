import { moments } from "../tau2/moments.js";
import { byTail } from "./byTail.js";
import { distributionOfQ } from "./distributionOfQ.js";
import type { Tau2IntervalRule } from "./rule.js";

/**
 * Generalised Q intervals of τ²: the τ² at which Q = Σa(y − μ)² with fixed weights a would exceed what was observed
 * with probability α/2 and 1 − α/2, by the exact distribution of Q under the random-effects model.
 *
 * Jackson 2013, Research Synthesis Methods 4:220-229.
 */
function generalisedQ<Id extends string>(
  id: Id,
  label: string,
  weightOf: (variance: number) => number,
): Tau2IntervalRule<Id> {
  return {
    id,
    label,
    citation: "Jackson 2013, Research Synthesis Methods 4:220-229",
    r: null,
    compute({ y, v, level }) {
      const smallest = v.reduce((least, each) => Math.min(least, each));
      const a = v.map((variance) => weightOf(variance / smallest));
      const { Q, atZero, slope } = moments(y, v, a);
      if (Q === 0) return { lower: 0, upper: 0 };
      return byTail((tau2) => 1 - distributionOfQ(Q, v, { a, tau2 }), { level, scale: (Q + atZero) / slope });
    },
  };
}

/** With the weights 1/v of DerSimonian and Laird. */
export const generalisedQInverse = generalisedQ("GENQ", "generalised Q, weights 1/v", (v) => 1 / v);

/** With the weights 1/√v, which Jackson recommends where much heterogeneity is expected. */
export const generalisedQRoot = generalisedQ("GENQ-sqrt", "generalised Q, weights 1/√v", (v) => 1 / Math.sqrt(v));
