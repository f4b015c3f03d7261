import type { Tau2 } from "../pool/result.js";
import type { Design } from "./design.js";
import type { MixedEffects } from "./mixedEffects.js";
import type { ResidualTau2Estimator } from "./residualTau2/estimator.js";
import { residualTau2Interval } from "./residualTau2Interval.js";

/** The residual τ² with its standard error and interval, which need degrees of freedom. */
export function residualTau2Of(
  design: Design,
  { tau2, fit, atZero, at }: MixedEffects,
  { estimator, level }: { readonly estimator: ResidualTau2Estimator; readonly level: number },
): Tau2 {
  const isEstimated = atZero.df > 0;
  return {
    ...tau2,
    method: estimator.id,
    se: isEstimated ? estimator.standardError(design, tau2.value, { atZero, fit }) : null,
    ci:
      isEstimated && estimator.id !== "EE"
        ? residualTau2Interval(at, { df: atZero.df, tau2: tau2.value, level })
        : null,
  };
}
