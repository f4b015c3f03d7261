import { normalCdf, normalQuantile } from "../../numerics/normal.js";
import { weighted } from "../../pool/weighted.js";
import type { FailSafeMethod } from "./method.js";

/**
 * Rosenberg: studies of effect 0 and average weight until the inverse-variance mean is not significant any more,
 * two-sided: N = k(z²/z_{α/2}² − 1), z = Σwy/√Σw.
 *
 * Rosenberg 2005, Evolution 59:464-468, by the normal distribution.
 */
export const rosenberg: FailSafeMethod<"Rosenberg"> = {
  id: "Rosenberg",
  label: "Rosenberg's weighted fail-safe N",
  citation: "Rosenberg 2005, Evolution 59:464-468",
  compute({ y, v, alpha }) {
    const { mean, w1 } = weighted(y, v, 0);
    const z = mean * Math.sqrt(w1);
    const root = y.length * ((z / normalQuantile(alpha / 2)) ** 2 - 1);
    return { root, estimate: mean, p: 2 * normalCdf(-Math.abs(z)), target: null, tau2: null };
  },
};
