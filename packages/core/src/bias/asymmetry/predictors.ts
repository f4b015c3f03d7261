import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { type Registered, registry } from "../../registry/registry.js";
import type { EffectsData } from "./test.js";

/** What stands for the size of a study in a regression test. */
export interface BiasPredictor<Id extends string = string> extends Registered<Id> {
  /** Whether it goes to 0 as a study grows, so that the intercept is the effect in a study of unlimited size. */
  readonly vanishes: boolean;
  readonly of: (data: EffectsData) => Float64Array;
}

const bySe: BiasPredictor<"sei"> = {
  id: "sei",
  label: "standard error",
  citation: "Egger, Davey Smith, Schneider & Minder 1997, BMJ 315:629-634",
  vanishes: true,
  of: ({ v }) => v.map(Math.sqrt),
};

const byVariance: BiasPredictor<"vi"> = {
  id: "vi",
  label: "sampling variance",
  citation: "Moreno et al. 2009, BMC Medical Research Methodology 9:2",
  vanishes: true,
  of: ({ v }) => v,
};

/** A function of the number of patients; throws `MISSING_SAMPLE_SIZE` for a study that does not give it. */
function bySize<Id extends string>(
  id: Id,
  label: string,
  { vanishes, of }: { vanishes: boolean; of: (n: number) => number },
): BiasPredictor<Id> {
  return {
    id,
    label,
    citation:
      "Sterne & Egger 2005, in Publication Bias in Meta-Analysis, ch. 6; Moreno et al. 2009, BMC Med Res Methodol 9:2",
    vanishes,
    of: ({ n, names }) =>
      Float64Array.from(n, (size, i) => {
        if (size === undefined || !(size > 0)) throw metaError(messages.missingSampleSize({ study: names[i]!, id }));
        return of(size);
      }),
  };
}

const byN = bySize("ni", "sample size", { vanishes: false, of: (n) => n });
const byInverseN = bySize("ninv", "inverse of the sample size", { vanishes: true, of: (n) => 1 / n });
const byRootN = bySize("sqrtni", "square root of the sample size", { vanishes: false, of: Math.sqrt });
const byInverseRootN = bySize("sqrtninv", "inverse of the square root of the sample size", {
  vanishes: true,
  of: (n) => 1 / Math.sqrt(n),
});

/** Predictors of the regression tests, by id. */
export const biasPredictors = registry([bySe, byVariance, byN, byInverseN, byRootN, byInverseRootN]);

export type BiasPredictorId = keyof typeof biasPredictors;
