import type { Tau2 } from "../../pool/result.js";
import { residualTau2Interval } from "../../regression/residualTau2Interval.js";
import { maximiseMixed } from "../../sparse/mixed/maximiseMixed.js";
import { sparseMixedEffects } from "../../sparse/mixedEffects.js";
import { type Scale, scaleOf } from "../scaleOf.js";
import type { ResolvedNetworkRegression } from "./options.js";
import type { regressionDesign } from "./regressionDesign.js";

/** Coefficients of the columns of a moderated network, with their covariance, row by row in one array. */
export interface FittedModeration {
  readonly estimates: Float64Array;
  readonly vcov: Float64Array;
  readonly tau2: Tau2;
  readonly slopeVariance: number | null;
  readonly Q: number;
  readonly df: number;
  readonly scale: Scale;
}

type Model = ReturnType<typeof regressionDesign>;

/** By weighted least squares; where slopes are exchangeable by the mixed-model equations. */
export function fitModerated(model: Model, choices: ResolvedNetworkRegression): FittedModeration {
  return choices.interaction === "exchangeable" ? byRandomSlopes(model, choices) : byFixedSlopes(model, choices);
}

function byFixedSlopes({ design }: Model, choices: ResolvedNetworkRegression): FittedModeration {
  const { tau2: estimator, level } = choices;
  const mixed = sparseMixedEffects(design, estimator);
  const { fit, atZero, tau2: found, at } = mixed;
  const isEstimated = atZero.df > 0 && estimator.id !== "EE";
  const tau2 = {
    ...found,
    method: estimator.id,
    se: isEstimated ? estimator.standardError(design, mixed) : null,
    ci: isEstimated ? residualTau2Interval(at, { df: atZero.df, tau2: found.value, level }) : null,
  };
  return {
    estimates: fit.beta,
    vcov: fit.vcov(),
    tau2,
    slopeVariance: null,
    Q: atZero.q1,
    df: atZero.df,
    scale: scaleOf(fit, design.y, choices),
  };
}

function byRandomSlopes({ design, fixed }: Model, choices: ResolvedNetworkRegression): FittedModeration {
  const termOf = new Int32Array(design.p - fixed);
  const { theta, fit, iterations, converged } = maximiseMixed({ design, fixed, termOf, terms: 1 });
  const df = design.y.length - fixed;
  const value = theta[0]!;
  const w = design.v.map((variance) => 1 / (variance + value));
  return {
    estimates: fit.effects,
    vcov: fit.vcov,
    tau2: { value, method: "REML", se: null, ci: null, atBoundary: value === 0, iterations, converged },
    slopeVariance: theta[1]!,
    Q: fit.Q,
    df,
    scale: scaleOf({ w, residuals: design.y.map(() => 0), q1: fit.Q, df }, design.y, choices),
  };
}
