import { normalLogCdf } from "../../numerics/normal.js";

const LOG_2PI = Math.log(2 * Math.PI);
/** |ρ| is kept below this, where v can't overflow. */
const LARGEST_RHO = 0.9999;

/** Effects in units of a typical standard error, and what selection does to each at one (γ₀, γ₁). */
export interface CopasStudies {
  readonly y: Float64Array;
  readonly s: Float64Array;
  /** uᵢ = γ₀ + γ₁/sᵢ: a study is published with probability Φ(uᵢ). */
  readonly u: Float64Array;
  readonly logPublish: Float64Array;
  /** cᵢ² = λ(uᵢ)(uᵢ + λ(uᵢ)), λ = φ/Φ: by how much selection narrows the spread. */
  readonly c2: Float64Array;
}

export function atGammas(y: Float64Array, s: Float64Array, u: Float64Array): CopasStudies {
  return {
    y,
    s,
    u,
    logPublish: u.map((each) => normalLogCdf(each)),
    c2: u.map((each) => mills(each) * (each + mills(each))),
  };
}

/** λ = φ/Φ, without underflow far below 0. */
function mills(u: number): number {
  return Math.exp(-0.5 * (u * u + LOG_2PI) - normalLogCdf(u));
}

/** μ, τ = t, ρ = 0.9999 sin r, and the slope β of y on s, 0 where it is not asked for. */
export type CopasParameters = Float64Array;

export const rhoOf = (x: CopasParameters): number => LARGEST_RHO * Math.sin(x[2]!);

/**
 * Minus the log-likelihood of (μ, t, r) or (μ, t, r, β) and its gradient:
 *
 *   ℓ = Σ −½ log 2π(τ² + σᵢ²) − (yᵢ − μ − βsᵢ)²/2(τ² + σᵢ²) − log Φ(uᵢ) + log Φ(vᵢ)
 *   vᵢ = (uᵢ + ρ̃ᵢ (yᵢ − μ − βsᵢ)/√(τ² + σᵢ²))/√(1 − ρ̃ᵢ²),   ρ̃ᵢ = ρσᵢ/√(τ² + σᵢ²),   σᵢ² = sᵢ²/(1 − cᵢ²ρ²)
 *
 * The squares and the sine keep τ ≥ 0 and |ρ| < 1 without bounds; a maximum on a bound is a stationary point of them.
 *
 * Copas & Shi 2001, Statistical Methods in Medical Research 10:251-265.
 */
export function minusLogLikelihood(
  { y, s, u, logPublish, c2 }: CopasStudies,
  x: CopasParameters,
  gradient?: Float64Array,
): number {
  const [mu, t, r, beta = 0] = x as unknown as readonly [number, number, number, number?];
  const rho = LARGEST_RHO * Math.sin(r);
  let value = 0;
  let [byMu, byTau2, byRho, byBeta] = [0, 0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const narrowing = 1 - c2[i]! * rho * rho;
    const sigma2 = (s[i]! * s[i]!) / narrowing;
    const V = t * t + sigma2;
    const S = Math.sqrt(V);
    const z = (y[i]! - mu - beta * s[i]!) / S;
    const q = (rho * Math.sqrt(sigma2)) / S;
    const rest = Math.sqrt((1 - q) * (1 + q));
    const w = u[i]! + q * z;
    const v = w / rest;
    const logPhi = normalLogCdf(v);
    value += 0.5 * (LOG_2PI + Math.log(V) + z * z) + logPublish[i]! - logPhi;
    if (gradient === undefined) continue;
    const h = Math.exp(-0.5 * (v * v + LOG_2PI) - logPhi);
    const byZ = z - (h * q) / rest;
    const byQ = (-h * (z + (w * q) / (rest * rest))) / rest;
    const byV = (0.5 * (1 - byZ * z - byQ * q)) / V;
    byMu -= byZ / S;
    byBeta -= (byZ * s[i]!) / S;
    byTau2 += byV;
    byRho += (byQ * Math.sqrt(sigma2)) / S + (byV * sigma2 + 0.5 * byQ * q) * ((2 * c2[i]! * rho) / narrowing);
  }
  gradient?.set([byMu, 2 * t * byTau2, byRho * LARGEST_RHO * Math.cos(r), byBeta].slice(0, x.length));
  return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
}
