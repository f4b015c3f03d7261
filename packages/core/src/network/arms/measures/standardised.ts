import { smdCorrections } from "../../../effects/means/hedges.js";
import { type SmdVariance, smdVariances } from "../../../effects/means/smdVariance.js";
import { type SmdOptions, smd } from "../../../effects/means/standardizedMeanDifference.js";
import { representable } from "../../../errors/check.js";
import { messages } from "../../../errors/messages.js";
import { metaError } from "../../../errors/metaError.js";
import { choose } from "../../../registry/choose.js";
import type { ArmMeasure } from "./armMeasure.js";
import { pooledOverArms } from "./pooledOverArms.js";

/** How to standardise the arms of a trial; "AV" is no variance of one trial. */
export interface SmdOfArmsOptions extends Omit<SmdOptions, "variance"> {
  /** "LS" unless given. */
  readonly variance?: Exclude<SmdVariance, "AV">;
}

const { AV: _, ...variancesOfTrials } = smdVariances;

/**
 * Mean differences in standard deviations pooled over all t arms of the trial, times J for its N − t degrees of freedom, with
 * variances 1/nᵢ + 1/nⱼ + gᵢⱼ²/(2N) ("LS"), so that two effects against one arm have the covariance 1/n + gg′/(2N). N is the
 * number of patients in all arms; a trial of two arms has its usual standardised mean difference.
 *
 * Gleser & Olkin 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 19.
 */
export const standardisedDifferences: ArmMeasure<"SMD", "means", SmdOfArmsOptions> = {
  id: "SMD",
  label: smd.label,
  citation: "Gleser & Olkin 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 19",
  arms: "means",
  options: ["correction", "variance"],
  ofEstimates: false,
  compare(trials, { correction = "exact", variance = "LS" }) {
    const corrected = choose("correction", smdCorrections, correction);
    const rule = choose("variance", variancesOfTrials, variance);
    const rules = [corrected.label, rule.label];
    return trials.map((arms) => () => {
      const { sd, N, df: m } = pooledOverArms(arms, rule.id === "H0" ? 3 : 2);
      if (sd === 0) throw metaError(messages.noSpread());
      const J = corrected.compute(m);
      const pair = (a: number, b: number) => {
        const [first, second] = [arms[a]!, arms[b]!];
        const d = (first.mean - second.mean) / sd;
        const base = 1 / first.n + 1 / second.n;
        representable({ "d²": d ** 2, J, base });
        // The rules know the patients by their sum alone, which is that of all arms here.
        const vi = rule.compute({ n1: N - second.n, n2: second.n, m, d, g: J * d, J, base });
        return { yi: J * d, vi };
      };
      return {
        dropped: false,
        rules: arms.length > 2 ? [`one standard deviation for ${arms.length} arms`, ...rules] : rules,
        pair,
      };
    });
  },
};
