import { weighted } from "../../pool/weighted.js";
import type { FailSafeMethod } from "./method.js";

/**
 * Orwin: studies of effect 0 and average weight until the inverse-variance mean μ falls to a target:
 * N = k(μ − target)/target. Without a target half the mean is taken, for which N is always k: give the least effect
 * that matters.
 *
 * Orwin 1983, Journal of Educational Statistics 8:157-159.
 */
export const orwin: FailSafeMethod<"Orwin"> = {
  id: "Orwin",
  label: "Orwin's fail-safe N",
  citation: "Orwin 1983, Journal of Educational Statistics 8:157-159",
  compute({ y, v, target }) {
    const { mean } = weighted(y, v, 0);
    const size = target ?? Math.abs(mean) / 2;
    const root = size === 0 ? 0 : (y.length * (Math.abs(mean) - size)) / size;
    return { root, estimate: mean, p: null, target: Math.sign(mean) * size, tau2: null };
  },
};
