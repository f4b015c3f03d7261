import { findRoot } from "../../numerics/findRoot.js";
import { normalCdf, normalQuantile } from "../../numerics/normal.js";
import { estimate } from "../../pool/estimate.js";
import type { FailSafe, FailSafeInput, FailSafeMethod } from "./method.js";

/**
 * The random-effects fail-safe N: unseen studies whose true effects average 0 and vary as those seen do, with the
 * harmonic mean of their variances, until the random-effects mean is not significant any more, or falls to a target.
 * With n of them the true effects of all have the sample variance
 *
 *   τ²(n) = ((k + n − 2)τ² + μ² kn/(k + n))/(k + n − 1)
 *
 * by which every study is weighted: with few unseen studies the effects seem to vary more, with many the mean to
 * vanish. With τ² = 0 by assumption ("EE") it is Rosenberg's, or with a target Orwin's.
 *
 * The question is that of type "General" in R's metafor (since 4.4): the least number of studies averaging null results
 * that takes the significance, or the size, from the mean of a random-effects model; nothing where there is none to
 * take. Its help says no more of the unseen studies, and calls its default approximate. τ²(n), the law of total variance,
 * is ours: metafor's numbers agree with its root, rounded, and 1; the number here is the least that suffices.
 *
 * Viechtbauer 2024, Annual Meeting of the Society for Research Synthesis Methodology; Rosenberg 2005, Evolution
 * 59:464-468, and Orwin 1983, Journal of Educational Statistics 8:157-159, generalised.
 */
export const general: FailSafeMethod<"general"> = {
  id: "general",
  label: "random-effects fail-safe N",
  citation:
    "Viechtbauer 2024, Annual Meeting of the Society for Research Synthesis Methodology; Rosenberg 2005, Evolution 59:464-468, generalised",
  compute(input) {
    const { y, v, alpha, target } = input;
    const { tau2, sums } = estimate(y, v, input.tau2);
    const mean = sums.mean;
    const p = 2 * normalCdf(-Math.abs(mean) * Math.sqrt(sums.w1));
    const excess = excessWith(input, { tau2: tau2.value, mean });
    const found: Omit<FailSafe, "root"> = {
      estimate: mean,
      p: target === null ? p : null,
      target: target === null ? null : Math.sign(mean) * target,
      tau2: tau2.value,
    };
    if (target === null ? p >= alpha : Math.abs(mean) <= target) return { ...found, root: 0 };
    let many = 1;
    while (excess(many) > 0) many *= 2;
    const bracket = [many === 1 ? 0 : many / 2, many] as const;
    return { ...found, root: Number.isFinite(many) ? findRoot(excess, bracket).x : many };
  },
};

/**
 * By how much |z| is still above its critical value, or the mean above the target, with n unseen studies. Weights are
 * relative to that of an unseen study.
 */
function excessWith(
  { y, v, alpha, target, tau2: estimator }: FailSafeInput,
  { tau2, mean }: { tau2: number; mean: number },
): (n: number) => number {
  const k = y.length;
  const critical = -normalQuantile(alpha / 2);
  const variance = k / v.reduce((sum, each) => sum + 1 / each, 0);
  const spread = (n: number) => {
    if (estimator.id === "EE") return 0;
    const within = (k - 1 + Math.max(0, n - 1)) / (k + n - 1);
    return within * tau2 + (mean ** 2 * k * (n / (k + n))) / (k + n - 1);
  };
  return (n) => {
    const all = spread(n);
    const unseen = variance + all;
    let [w, wy] = [n, 0];
    for (let i = 0; i < k; i++) {
      const share = unseen / (v[i]! + all);
      w += share;
      wy += share * y[i]!;
    }
    return target === null ? Math.abs(wy) / Math.sqrt(w) / Math.sqrt(unseen) - critical : Math.abs(wy) / w - target;
  };
}
