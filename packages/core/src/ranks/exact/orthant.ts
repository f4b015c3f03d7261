import { adaptiveIntegral } from "./adaptiveIntegral.js";
import { bivariate } from "./bivariate.js";
import { normalRadial } from "./normalRadial.js";
import type { Radial } from "./radial.js";
import { studentRadial } from "./studentRadial.js";

/** Thresholds a of variables with means 0, variances 1 and correlations R, row by row in one array. */
export interface Below {
  readonly a: Float64Array;
  readonly R: Float64Array;
}

const TOLERANCE = 1e-11;
/** How much finer the integrals are inside integrals. */
const FINER = 0.1;
/** Thresholds less apart than this are taken as the same. */
const NEAREST = 1e-12;

/**
 * The probability that correlated normal (`df` null) or t variables all stay below their thresholds, to about 1e-10; near singular ones to 1e-9.
 *
 * The two variables of the largest correlation are led along a line of correlation matrices to where they are one and the
 * same, which leaves a probability of one dimension less; what is lost on the way is the integral of Plackett's derivative, a
 * sum of probabilities of two dimensions less. With ρ = cos γ the integrand is bounded.
 *
 * Plackett 1954, Biometrika 41:351-360; Genz 2004, Statistics and Computing 14:251-260 (also for t).
 */
export function orthant(below: Below, df: number | null): number {
  return Math.min(1, Math.max(0, probability(below, df === null ? normalRadial : studentRadial(df), TOLERANCE)));
}

function probability(below: Below, radial: Radial, tolerance: number): number {
  const { a, R } = withoutInfinite(below);
  const k = a.length;
  if (a.includes(Number.NEGATIVE_INFINITY)) return 0;
  if (k === 0) return 1;
  if (k === 1) return radial.cdf(a[0]!);
  if (k === 2) return bivariate([a[0]!, a[1]!, R[1]!], radial);
  const [p, q] = mostCorrelated(R, k);
  const r = R[p * k + q]!;
  if (r < 0) {
    const others = probability(without({ a, R }, [p]), radial, tolerance);
    return others - probability(turned({ a, R }, p), radial, tolerance);
  }
  const merged = Float64Array.from(a);
  merged[q] = Math.min(a[p]!, a[q]!);
  const least = probability(without({ a: merged, R }, [p]), radial, tolerance);
  const apart = Math.abs(a[p]! - a[q]!);
  const scale = apart > NEAREST ? apart : 1;
  const path = { a, R, p, q, radial, tolerance: FINER * tolerance, at: Float64Array.from(R) };
  const lost = adaptiveIntegral(
    (x) => {
      const gamma = scale * Math.expm1(x);
      return (gamma + scale) * slope(path, gamma);
    },
    [0, Math.log1p(Math.acos(r) / scale)],
    2 * Math.PI * tolerance,
  );
  return least - lost / (2 * Math.PI);
}

interface Path extends Below {
  readonly p: number;
  readonly q: number;
  readonly radial: Radial;
  readonly tolerance: number;
  /** The correlations on the way. */
  readonly at: Float64Array;
}

/** 2π times how fast the probability falls with γ where the correlation of p and q is cos γ on its way to 1. */
function slope({ a, R, p, q, radial, tolerance, at }: Path, gamma: number): number {
  const k = a.length;
  const sine = Math.sin(gamma);
  const left = 1 - R[p * k + q]!;
  const travelled = 1 - (2 * Math.sin(0.5 * gamma) ** 2) / left;
  for (let m = 0; m < k; m++) {
    if (m === p) continue;
    const start = R[p * k + m]!;
    const value = m === q ? Math.cos(gamma) : start + travelled * (R[q * k + m]! - start);
    at[p * k + m] = value;
    at[m * k + p] = value;
  }
  const distance = ((a[p]! - a[q]!) / sine) ** 2 + (a[p]! * a[q]!) / Math.cos(0.5 * gamma) ** 2;
  let total = fallen({ a, R: at }, [p, q], { distance, radial, tolerance });
  for (let m = 0; m < k; m++) {
    const rho = at[p * k + m]!;
    const free = 1 - rho ** 2;
    if (m === p || m === q || free <= 0) continue;
    const distance = (a[p]! - rho * a[m]!) ** 2 / free + a[m]! ** 2;
    const rate = ((R[q * k + m]! - R[p * k + m]!) * sine) / (left * Math.sqrt(free));
    total += rate * fallen({ a, R: at }, [p, m], { distance, radial, tolerance });
  }
  return total;
}

/** The density of two variables at their thresholds, times the probability that the others stay below theirs there. */
function fallen(
  below: Below,
  pair: readonly [number, number],
  { distance, radial, tolerance }: { distance: number; radial: Radial; tolerance: number },
): number {
  const density = radial.fall(distance);
  if (density < FINER * tolerance) return 0;
  return density * probability(given(below, pair, radial.widening(distance)), radial, tolerance);
}

/** The other variables, where two are at their thresholds. */
function given({ a, R }: Below, [p, m]: readonly [number, number], widening: number): Below {
  const k = a.length;
  const rho = R[p * k + m]!;
  const free = 1 - rho ** 2;
  const thresholds = new Float64Array(k - 2);
  const V = new Float64Array((k - 2) ** 2);
  for (let l = 0, i = 0; l < k; l++) {
    if (l === p || l === m) continue;
    const onP = (R[l * k + p]! - rho * R[l * k + m]!) / free;
    const onM = (R[l * k + m]! - rho * R[l * k + p]!) / free;
    thresholds[i] = (a[l]! - onP * a[p]! - onM * a[m]!) / widening;
    for (let o = 0, j = 0; o < k; o++) {
      if (o === p || o === m) continue;
      V[i * (k - 2) + j] = R[l * k + o]! - onP * R[o * k + p]! - onM * R[o * k + m]!;
      j += 1;
    }
    i += 1;
  }
  return standardised(thresholds, V);
}

/** Means 0 and covariances V to variances 1; a variable without variance is surely below its threshold, or surely not. */
export function standardised(thresholds: Float64Array, V: Float64Array): Below {
  const k = thresholds.length;
  const sd = Float64Array.from(thresholds, (_, i) => Math.sqrt(Math.max(0, V[i * k + i]!)));
  const a = thresholds.map((threshold, i) => (sd[i]! > 0 ? threshold / sd[i]! : threshold < 0 ? -Infinity : Infinity));
  const R = V.map((covariance, place) => {
    const i = Math.floor(place / k);
    const scale = sd[i]! * sd[place % k]!;
    return place % (k + 1) === 0 ? 1 : scale > 0 ? Math.min(1, Math.max(-1, covariance / scale)) : 0;
  });
  return { a, R };
}

/** The pair of the largest correlation of either sign. */
function mostCorrelated(R: Float64Array, k: number): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  for (let i = 0; i < k; i++)
    for (let j = i + 1; j < k; j++) if (Math.abs(R[i * k + j]!) > Math.abs(R[best[0] * k + best[1]]!)) best = [i, j];
  return best;
}

/** With the sign of one variable turned, so that what is counted is where it is above its threshold. */
function turned({ a, R }: Below, p: number): Below {
  const k = a.length;
  return {
    a: a.map((threshold, i) => (i === p ? -threshold : threshold)),
    R: R.map((correlation, place) =>
      (Math.floor(place / k) === p) !== (place % k === p) ? -correlation : correlation,
    ),
  };
}

function withoutInfinite({ a, R }: Below): Below {
  if (!a.includes(Number.POSITIVE_INFINITY)) return { a, R };
  return without(
    { a, R },
    Array.from(a.keys()).filter((i) => a[i] === Number.POSITIVE_INFINITY),
  );
}

function without({ a, R }: Below, left: readonly number[]): Below {
  const k = a.length;
  const isKept = (i: number) => !left.includes(i);
  return {
    a: a.filter((_, i) => isKept(i)),
    R: R.filter((_, place) => isKept(Math.floor(place / k)) && isKept(place % k)),
  };
}
