import { findRoot } from "../../numerics/findRoot.js";
import { normalCdf, normalQuantile } from "../../numerics/normal.js";
import { estimate } from "../../pool/estimate.js";
import type { FailSafe, FailSafeInput, FailSafeMethod } from "./method.js";

/** More studies than there are: the search ends here. */
const MOST = 1e9;

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
 * After the "General" method of Viechtbauer's metafor 4, which generalises Rosenberg 2005, Evolution 59:464-468; there
 * the number given is the root rounded, and 1, here the least that suffices. τ²(n) is the law of total variance.
 */
export const general: FailSafeMethod<"general"> = {
  id: "general",
  label: "random-effects fail-safe N",
  citation: "Viechtbauer 2023, metafor 4; Rosenberg 2005, Evolution 59:464-468, generalised",
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
    while (excess(many) > 0 && many < MOST) many *= 2;
    return { ...found, root: many >= MOST ? MOST : findRoot(excess, [many === 1 ? 0 : many / 2, many]).x };
  },
};

/** By how much |z| is still above its critical value, or the mean above the target, with n unseen studies. */
function excessWith(
  { y, v, alpha, target, tau2: estimator }: FailSafeInput,
  { tau2, mean }: { tau2: number; mean: number },
): (n: number) => number {
  const k = y.length;
  const critical = -normalQuantile(alpha / 2);
  const variance = k / v.reduce((sum, each) => sum + 1 / each, 0);
  const spread = (n: number) =>
    estimator.id === "EE" ? 0 : ((k - 1 + Math.max(0, n - 1)) * tau2 + (mean ** 2 * k * n) / (k + n)) / (k + n - 1);
  return (n) => {
    const all = spread(n);
    let [w, wy] = [n / (variance + all), 0];
    for (let i = 0; i < k; i++) {
      w += 1 / (v[i]! + all);
      wy += y[i]! / (v[i]! + all);
    }
    return target === null ? Math.abs(wy) / Math.sqrt(w) - critical : Math.abs(wy) / w - target;
  };
}
