import { type Estimate, estimate } from "../pool/estimate.js";
import type { Tau2Estimator } from "../pool/tau2/estimator.js";
import { weighted } from "../pool/weighted.js";
import { without } from "./without.js";

/** How a study fits the others, and what the fit would be without it. */
export interface DeletionDiagnostics {
  /** Its share of the weight, between 0 and 1: the diagonal of the hat matrix. */
  readonly hat: number;
  /** yᵢ − μ */
  readonly residual: number;
  /** Standard error of the residual. */
  readonly residualSe: number;
  /** Internally standardised residual, from the fit with the study. */
  readonly rstandard: number;
  /** Externally standardised (studentised deleted) residual, from the fit without it. */
  readonly rstudent: number;
  /** By how many standard errors its own fitted value moves without it. */
  readonly dffits: number;
  /** Squared move of μ without it, in variances of μ. */
  readonly cooksD: number;
  /** Variance of μ without it over that with it: below 1 its deletion makes μ more precise. */
  readonly covRatio: number;
  /** By how many standard errors, with τ² as without it, μ moves. */
  readonly dfbetas: number;
  readonly estimateDeleted: number;
  readonly tau2Deleted: number;
  readonly QDeleted: number;
}

/**
 * The diagnostics of one study from the fit with all and a refit without it, with model-based standard errors, w =
 * 1/(v + τ²), h = w/Σw, and (−i) for the fit without study i:
 *
 *   residual e = y − μ, var(e) = (1 − h)/w              rstudent (y − μ(−i))/√(v + τ²(−i) + var μ(−i))
 *   dffits (μ − μ(−i))/√(h (v + τ²(−i)))                cooksD (μ − μ(−i))²/var μ
 *   dfbetas (μ − μ(−i)) √(Σ 1/(v + τ²(−i)))             covRatio var μ(−i)/var μ
 *
 * e and 1 − h are made from the sums over the others, so that they stay accurate where one study has nearly all weight.
 *
 * Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125.
 */
export function deletionDiagnostics(
  y: Float64Array,
  v: Float64Array,
  { full, estimator, omitted }: { full: Estimate; estimator: Tau2Estimator; omitted: number },
): DeletionDiagnostics {
  const [yi, vi] = [y[omitted]!, v[omitted]!];
  const [ys, vs] = [without(y, omitted), without(v, omitted)];
  const others = weighted(ys, vs, full.tau2.value);
  const deleted = estimate(ys, vs, estimator);
  const tau2Deleted = deleted.tau2.value;
  const total = full.sums.w1;
  const spread = vi + full.tau2.value;
  const hat = 1 / spread / total;
  const remaining = others.w1 / total;
  const residual = remaining * (yi - others.mean);
  const residualSe = Math.sqrt(remaining * spread);
  const moved = full.sums.mean - deleted.sums.mean;
  return {
    hat,
    residual,
    residualSe,
    rstandard: residual / residualSe,
    rstudent: (yi - deleted.sums.mean) / Math.sqrt(vi + tau2Deleted + 1 / deleted.sums.w1),
    dffits: moved / Math.sqrt(hat * (vi + tau2Deleted)),
    cooksD: moved * moved * total,
    covRatio: total / deleted.sums.w1,
    dfbetas: moved * Math.sqrt(weighted(y, v, tau2Deleted).w1),
    estimateDeleted: deleted.sums.mean,
    tau2Deleted,
    QDeleted: deleted.atZero.q1,
  };
}
