import { confidenceInterval } from "../pool/confidenceInterval.js";
import { estimate } from "../pool/estimate.js";
import { heterogeneity } from "../pool/heterogeneity.js";
import type { ResolvedOptions } from "../pool/options.js";
import type { Interval } from "../pool/result.js";

/** The pooled effect of some of the studies. */
export interface Refit {
  readonly k: number;
  readonly estimate: number;
  /** Model-based (Wald) standard error. */
  readonly se: number;
  readonly ci: Interval;
  readonly tau2: number;
  readonly Q: number;
  /** Of Q. */
  readonly p: number;
  /** Percent. */
  readonly I2: number;
  readonly H2: number;
}

/** What a table of many fits shows of each: as `pool`, without prediction interval and Q-profile. */
export function refit(y: Float64Array, v: Float64Array, { tau2: estimator, interval, level }: ResolvedOptions): Refit {
  const k = y.length;
  const estimated = estimate(y, v, estimator);
  const { tau2, sums } = estimated;
  const { Q, p, I2, H2 } = heterogeneity(k, estimated, { tau2Ci: null, commonEffect: estimator.id === "EE", level });
  const ci = confidenceInterval(v, estimated, { rule: interval, level });
  return { k, estimate: sums.mean, se: Math.sqrt(1 / sums.w1), ci, tau2: tau2.value, Q, p, I2, H2 };
}
