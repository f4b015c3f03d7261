import { messages } from "../../../errors/messages.js";
import { metaError } from "../../../errors/metaError.js";
import { cholesky, choleskyInverse } from "../../../linear/cholesky.js";
import { submatrix } from "../../../linear/submatrix.js";
import { findRoot } from "../../../numerics/findRoot.js";
import { FLAT, LARGEST } from "../../../rare/glmm/fitEffect.js";
import { effectsOfArms, type Maximum, maximise, type NetworkJet, sumOfJets } from "./maximise.js";
import type { MixedTrial } from "./mixedLogistic.js";

/** The maximum of ln L by effects and τ. */
export interface MixedMaximum {
  readonly beta: Float64Array;
  readonly vcov: Float64Array;
  readonly tau: number;
  /** null where τ is 0, and where the curvature does not tell it. */
  readonly seTau: number | null;
  readonly logLik: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The standard deviations between which ln L is looked at; below the first one is taken for 0. */
const TAUS = [1e-4, 1e-2, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, LARGEST];
/** So far below the best ln L nothing better is to come. */
const HOPELESS = 20;

interface Along extends NetworkJet {
  readonly beta: Float64Array;
  readonly tau: number;
  readonly byTau: number;
  readonly converged: boolean;
}

/**
 * The best τ is a root of the derivative along the effects that are best for each τ, one in each interval in which it turns from
 * + to −, or 0, whose maximum `zero` is, where none is better. Where τ is far too large a search may end before its time; no matter.
 */
export function bestTau(trials: readonly MixedTrial[], reference: number, zero: Maximum): MixedMaximum {
  const p = zero.beta.length;
  let iterations = zero.iterations;
  const jetAt = (beta: Float64Array, tau: number) =>
    sumOfJets(trials, reference, p + 1, ({ arms, at }) => at(effectsOfArms(arms, beta, reference), tau));
  const along = (tau: number, start: Float64Array): Along => {
    const fixed = trials.map(({ arms, at }) => ({
      arms,
      at: (theta: Float64Array) => leading(at(theta, tau), arms.length),
    }));
    const { beta, converged, iterations: steps } = maximise(fixed, reference, start);
    iterations += steps;
    const jet = jetAt(beta, tau);
    return { ...jet, beta, tau, converged, byTau: jet.score[p]! };
  };
  const path: Along[] = [];
  let top = zero.logLik;
  for (const tau of TAUS) {
    const next = along(tau, path.at(-1)?.beta ?? zero.beta);
    path.push(next);
    top = Math.max(top, next.logLik);
    if (next.logLik < top - HOPELESS) break;
  }
  const last = path.at(-1)!;
  if (last.tau === LARGEST && last.logLik === top && last.byTau > 0) throw metaError(messages.tau2Unbounded());
  let best: Along | null = null;
  for (const [i, left] of path.slice(0, -1).entries()) {
    const right = path[i + 1]!;
    if (!(left.byTau > 0 && right.byTau <= 0)) continue;
    const { x: tau } = findRoot((each) => along(each, left.beta).byTau, [left.tau, right.tau], {
      atStart: left.byTau,
      atEnd: right.byTau,
      tolerance: 1e-11,
    });
    const found = along(tau, left.beta);
    if (found.logLik > (best?.logLik ?? zero.logLik)) best = found;
  }
  if (best === null) {
    const vcov = choleskyInverse(cholesky(zero.information, p)!, p);
    return { beta: zero.beta, vcov, tau: 0, seTau: null, logLik: zero.logLik, iterations, converged: true };
  }
  const { beta, tau, logLik, byTau } = best;
  const information = curvature((x) => jetAt(x.subarray(0, p), x[p]!).score, Float64Array.of(...beta, tau));
  return {
    ...covarianceOf(information, p),
    beta,
    tau,
    logLik,
    iterations,
    converged: best.converged && Math.abs(byTau) < FLAT,
  };
}

function leading({ logLik, score, information }: NetworkJet, t: number): NetworkJet {
  const first = Array.from({ length: t }, (_, i) => i);
  return { logLik, score: score.slice(0, t), information: submatrix(information, score.length, first) };
}

/** Minus the derivatives of a slope, by central differences with an error of order h⁴ (Richardson); the last variable is above 0. */
function curvature(slope: (x: Float64Array) => Float64Array, x: Float64Array): Float64Array {
  const n = x.length;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const difference = (h: number) => {
      const [above, below] = [slope(x.with(i, x[i]! + h)), slope(x.with(i, x[i]! - h))];
      return above.map((each, j) => (below[j]! - each) / (2 * h));
    };
    const h = i < n - 1 ? 1e-2 : Math.min(1e-2, 0.1 * x[i]!);
    const [coarse, fine] = [difference(h), difference(h / 2)];
    for (let j = 0; j < n; j++) {
      const second = (4 * fine[j]! - coarse[j]!) / 3;
      out[i * n + j]! += second / 2;
      out[j * n + i]! += second / 2;
    }
  }
  return out;
}

/** Of the effects, τ being estimated too, and the standard error of τ. */
function covarianceOf(
  information: Float64Array,
  p: number,
): { readonly vcov: Float64Array; readonly seTau: number | null } {
  const effects = Array.from({ length: p }, (_, i) => i);
  const L = cholesky(information, p + 1);
  if (L !== null) {
    const inverse = choleskyInverse(L, p + 1);
    return { vcov: submatrix(inverse, p + 1, effects), seTau: Math.sqrt(inverse.at(-1)!) };
  }
  const ofEffects = cholesky(submatrix(information, p + 1, effects), p);
  if (ofEffects === null) throw metaError(messages.tau2Unbounded());
  return { vcov: choleskyInverse(ofEffects, p), seTau: null };
}
