import log1pmx from "@stdlib/math-base-special-log1pmx";
import { check, finite, positive } from "../errors/check.js";
import { integrate } from "./integrate.js";
import { normalCdf, normalLogCdf, type Tail } from "./normal.js";
import { poissonDensity } from "./poissonDensity.js";

/** Degrees of freedom and noncentrality, the mean of the normal variable. */
export interface NoncentralT {
  readonly df: number;
  readonly ncp: number;
}

/** An integrand is left out where it is e⁻⁴⁵ of its peak. */
const NEGLIGIBLE = -45;

/**
 * P(T ≤ t) of the noncentral t distribution, T = (Z + ncp)/√(χ²/df), or P(T > t) with `upper`: the chance of a test's
 * outcome where there is an effect. With S = √(χ²/df),
 *
 *   P(T ≤ t) = E Φ(tS − ncp),   P(T > t) = E Φ(ncp − tS)
 *
 * by quadrature over ln S. Nothing is subtracted, so that either tail keeps its digits whatever the signs; the series of
 * Lenth 1989 (Applied Statistics 38:185-189, AS 243) cancels where t and ncp differ in sign.
 * Throws `NOT_A_VALID_NUMBER` for df ≤ 0, ncp that is not finite, or t that is no number.
 * Johnson & Kotz 1970, Continuous Univariate Distributions 2, ch. 31.
 *
 * @example
 * import { noncentralTCdf, tQuantile } from "@acumeta/core";
 * noncentralTCdf(tQuantile(0.975, 38), { df: 38, ncp: 0.8 * Math.sqrt(10) }, { upper: true }); // => 0.6934
 */
export function noncentralTCdf(t: number, { df, ncp }: NoncentralT, { upper = false }: Tail = {}): number {
  check({ t }, (value) => !Number.isNaN(value), "a number");
  positive({ df });
  finite({ ncp });
  if (t < 0) return noncentralTCdf(-t, { df, ncp: -ncp }, { upper: !upper });
  if (t === 0) return normalCdf(-ncp, { upper });
  if (t === Infinity) return upper ? 0 : 1;
  return Math.min(1, df * poissonDensity(df / 2, df / 2) * mixture(t, { df, ncp }, upper));
}

/** ∫Φ(±(teᵘ − ncp)) (eᵘ exp((1 − e²ᵘ)/2))^df du; t > 0. */
function mixture(t: number, { df, ncp }: NoncentralT, upper: boolean): number {
  const deviate = (u: number) => t * Math.exp(u) - ncp;
  const logIntegrand = (u: number) => df * logScale(u) + normalLogCdf(deviate(u), { upper });
  const saddle = Math.log(saddlePoint(t, { df, ncp }));
  const near = upper ? Math.min(0, saddle) : Math.max(0, saddle);
  const step = 1 / (Math.sqrt(df) + Math.abs(ncp) + t);
  const constantBelow = Math.log(1e-17 / Math.max(1, t * (1 + Math.abs(ncp))));
  const start = edge(logIntegrand, near, -step);
  const end = edge(logIntegrand, near, step);
  const central = integrate(
    (u) => Math.exp(df * logScale(u)) * normalCdf(deviate(u), { upper }),
    [Math.max(start, constantBelow), end],
  );
  if (start > constantBelow) return central;
  return central + (normalCdf(-ncp, { upper }) * Math.exp(df * logScale(constantBelow))) / df;
}

/** u + (1 − e²ᵘ)/2, without cancellation near 0. */
function logScale(u: number): number {
  const x = Math.expm1(u);
  return Math.abs(u) < 0.5 ? log1pmx(x) - 0.5 * x * x : u - 0.5 * Math.expm1(2 * u);
}

/** Where the integrand would be largest if Φ(z) were φ(z)/|z|: (t² + df) s² − ncp t s − df = 0, s > 0. */
function saddlePoint(t: number, { df, ncp }: NoncentralT): number {
  const scale = Math.hypot(t, Math.sqrt(df));
  const b = ncp * (t / scale);
  const root = Math.sqrt(b * b + 4 * df);
  return (b > 0 ? b + root : (4 * df) / (root - b)) / (2 * scale);
}

/** The first of ever longer steps from near the peak at which the integrand is negligible. */
function edge(logIntegrand: (u: number) => number, near: number, firstStep: number): number {
  let [u, step] = [near, firstStep];
  let peak = logIntegrand(u);
  for (let value = peak; value > peak + NEGLIGIBLE; step *= 2) {
    u += step;
    value = logIntegrand(u);
    peak = Math.max(peak, value);
  }
  return u;
}
