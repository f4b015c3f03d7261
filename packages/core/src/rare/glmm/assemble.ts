import { freeze } from "../../numerics/freeze.js";
import { halfWidth } from "../../numerics/quantileCache.js";
import { weighted } from "../../pool/weighted.js";
import { chiSquareTest, normalInterval } from "../result.js";
import type { GlmmSolution } from "./model.js";
import type { ResolvedGlmm } from "./options.js";
import type { GlmmFit } from "./result.js";

type Described = Pick<GlmmFit, "measure" | "n" | "dropped" | "rules"> & {
  readonly id: string;
  readonly model: string;
  /** Variances of the studies' own effects. */
  readonly variances: Float64Array;
};

/** The result of a model's solution. */
export function assemble(solution: GlmmSolution, options: ResolvedGlmm, described: Described): GlmmFit {
  const { theta, seTheta, tau, seTau, logLik, parameters, atBoundary, converged, evaluations, gradient } = solution;
  const { common, level, quadraturePoints } = options;
  const { measure, n, dropped, rules, id, model, variances } = described;
  const k = variances.length;
  const tau2 = tau * tau;
  const predictionSe = Math.sqrt(seTheta ** 2 + tau2);
  const half = halfWidth(level, { se: predictionSe, df: null });
  const pi = { lower: theta - half, upper: theta + half, level, method: "z", se: predictionSe, df: null };
  const df = k - 1;
  const ratio = Math.max(0, 2 * (solution.saturated.logLik - solution.logLikCommon));
  const { w1, pairs } = weighted(variances, variances, 0);
  const typicalVariance = k === 1 ? null : (df * w1) / (2 * pairs);
  return freeze<GlmmFit>({
    measure,
    k,
    n,
    estimate: theta,
    se: seTheta,
    ci: normalInterval(theta, seTheta, level),
    pi: common ? null : pi,
    tau2: {
      value: tau2,
      method: options.tau2,
      se: seTau === null ? null : 2 * tau * seTau,
      ci: null,
      atBoundary,
      iterations: evaluations,
      converged,
    },
    levels: solution.levels,
    heterogeneity: {
      df,
      wald: chiSquareTest(df === 0 ? 0 : solution.saturated.wald, df),
      likelihoodRatio: chiSquareTest(df === 0 ? 0 : ratio, df),
      I2: typicalVariance === null ? 0 : 100 * (tau2 / (tau2 + typicalVariance)),
      H2: typicalVariance === null ? 1 : 1 + tau2 / typicalVariance,
      typicalVariance,
    },
    fit: { logLik, parameters, AIC: 2 * (parameters - logLik) },
    convergence: { converged, atBoundary, evaluations, gradient },
    dropped,
    rules,
    choices: { measure: id, model, tau2: options.tau2, quadraturePoints, level },
  });
}
