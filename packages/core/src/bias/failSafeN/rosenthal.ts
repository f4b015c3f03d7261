import { normalCdf, normalQuantile } from "../../numerics/normal.js";
import type { FailSafeMethod } from "./method.js";

/**
 * Rosenthal: studies of z = 0 until Stouffer's Σz/√(k + N) is not significant any more, one-sided:
 * N = (Σz)²/z_α² − k. It leaves aside how large studies are, and what they show.
 *
 * Rosenthal 1979, Psychological Bulletin 86:638-641.
 */
export const rosenthal: FailSafeMethod<"Rosenthal"> = {
  id: "Rosenthal",
  label: "Rosenthal's fail-safe N",
  citation: "Rosenthal 1979, Psychological Bulletin 86:638-641",
  compute({ y, v, alpha }) {
    const k = y.length;
    const sum = y.reduce((total, each, i) => total + each / Math.sqrt(v[i]!), 0);
    const root = (sum / normalQuantile(alpha)) ** 2 - k;
    const p = normalCdf(-Math.abs(sum) / Math.sqrt(k));
    return { root: p >= alpha ? 0 : root, estimate: null, p, target: null, tau2: null };
  },
};
