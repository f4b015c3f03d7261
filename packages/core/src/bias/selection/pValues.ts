import { normalCdf } from "../../numerics/normal.js";
import type { Least, PValues } from "./weight/weightFunction.js";

/**
 * The p-values of test statistics z: of large positive ones, or of large ones of either sign with `twoSided`; p and 1 − p
 * are at least `least`.
 */
export function pValues(
  z: ArrayLike<number>,
  { twoSided, least }: { readonly twoSided: boolean; readonly least: Least },
): PValues {
  const p = new Float64Array(z.length);
  const q = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) {
    const at = twoSided ? Math.abs(z[i]!) : z[i]!;
    p[i] = between((twoSided ? 2 : 1) * normalCdf(at, { upper: true }), least.p, 1 - least.q);
    q[i] = between(twoSided ? within(at) : normalCdf(at), least.q, 1 - least.p);
  }
  return { p, q, logP: p.map(Math.log), logQ: q.map(Math.log) };
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** P(|Z| < z), without cancellation near 0: 2zφ(0)(1 − z²/6 + …). */
function within(z: number): number {
  return z < 1e-4 ? z * Math.sqrt(2 / Math.PI) * (1 - (z * z) / 6) : 1 - 2 * normalCdf(z, { upper: true });
}
