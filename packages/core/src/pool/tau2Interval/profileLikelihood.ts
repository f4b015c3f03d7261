import { findRoot } from "../../numerics/findRoot.js";
import { chiSquareCritical } from "../../numerics/quantileCache.js";
import { logLikelihood, restrictedLogLikelihood } from "../logLikelihood.js";
import { maximumLikelihood } from "../tau2/maximumLikelihood.js";
import { restrictedMaximumLikelihood } from "../tau2/restrictedMaximumLikelihood.js";
import { weighted } from "../weighted.js";
import type { Tau2IntervalRule } from "./rule.js";

/**
 * Profile-likelihood interval of τ²: where the log-likelihood lies ½χ² with 1 degree of freedom below its maximum, on
 * both sides of it; a limit below 0 is 0. The restricted likelihood where τ² was estimated by REML, else the full one.
 *
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629, eq. 5.
 */
export const profileLikelihood: Tau2IntervalRule<"PL"> = {
  id: "PL",
  label: "profile likelihood",
  citation: "Hardy & Thompson 1996, Statistics in Medicine 15:619-629, eq. 5",
  r: 'type = "PL"',
  compute({ y, v, level, restricted }) {
    const estimator = restricted ? restrictedMaximumLikelihood : maximumLikelihood;
    const likelihood = restricted ? restrictedLogLikelihood : logLikelihood;
    const best = estimator.compute(y, v, weighted(y, v, 0)).value;
    const floor = likelihood(y, v, best) - 0.5 * chiSquareCritical(level, 1);
    const above = (tau2: number) => likelihood(y, v, tau2) - floor;
    let far = best + v.reduce((most, each) => Math.max(most, each));
    while (above(far) > 0) far *= 4;
    return {
      lower: above(0) >= 0 ? 0 : findRoot(above, [0, best]).x,
      upper: findRoot(above, [best, far]).x,
    };
  },
};
