import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { findRoot } from "../../numerics/findRoot.js";
import type { StudyLikelihood } from "./component.js";
import { decreasingRoot } from "./decreasingRoot.js";
import type { QuadratureRule } from "./gaussHermite.js";
import { type Marginal, marginal } from "./marginal.js";

/** Maximum of the likelihood of a normal distribution N(θ, τ²) of study effects, each study's ν at its own best. */
export interface EffectFit {
  readonly theta: number;
  readonly tau: number;
  readonly logLik: number;
  /** With τ = 0. */
  readonly logLikCommon: number;
  readonly seTheta: number;
  /** null on the boundary τ = 0 and where τ was not looked for. */
  readonly seTau: number | null;
  readonly atBoundary: boolean;
  readonly nu: Float64Array;
  /** Sums over all studies that were made. */
  readonly evaluations: number;
  /** Largest derivative of ln L by θ and τ at the end. */
  readonly gradient: number;
}

/** Of a derivative of ln L at a maximum. */
export const FLAT = 1e-5;
/** Beyond this standard deviation of a logarithm a likelihood that still grows is taken to do so without end. */
export const LARGEST = 12.8;
/** The standard deviations between which ln L is looked at; below the first one is taken for 0. */
const TAUS = [1e-5, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, LARGEST];
/** So far below the best ln L nothing better is to come. */
const HOPELESS = 20;

/**
 * For each τ the best θ is the root of a decreasing derivative, since ln L is log-concave in (θ, ν); the best τ is a
 * root of the derivative along these, one in each interval in which it turns from + to −, or 0 where none is better. So
 * it always converges. Each sum is O(k) steps: ν are solved study by study (a Schur complement), never together.
 */
export function fitEffect(studies: readonly StudyLikelihood[], rule: QuadratureRule, common: boolean): EffectFit {
  const likelihood = profiled(studies, rule);
  const thetaAt = (tau: number, start: number): Along => {
    const first = likelihood.at(start, tau);
    const theta = decreasingRoot((x) => likelihood.at(x, tau).byTheta, start, {
      slope: first.thetaTheta,
      atStart: first.byTheta,
    });
    return { ...likelihood.at(theta, tau), theta, tau };
  };
  const zero = thetaAt(0, 0);
  const best = common ? zero : bestTau(zero, thetaAt);
  const { theta, tau, logLik, byTheta, byTau } = best;
  const errors =
    tau === 0 ? { seTheta: Math.sqrt(-1 / best.thetaTheta), seTau: null } : standardErrors(likelihood, best);
  likelihood.at(theta, tau);
  return {
    theta,
    tau,
    logLik,
    logLikCommon: zero.logLik,
    ...errors,
    atBoundary: !common && tau === 0,
    nu: likelihood.nu,
    evaluations: likelihood.count(),
    gradient: Math.max(Math.abs(byTheta), Math.abs(byTau)),
  };
}

/** The best of the maxima along τ, among them τ = 0; all that are no closer together than the steps of `TAUS`. */
function bestTau(zero: Along, thetaAt: (tau: number, start: number) => Along): Along {
  const along = [zero];
  let top = zero;
  for (const tau of TAUS) {
    const next = thetaAt(tau, along.at(-1)!.theta);
    along.push(next);
    if (next.logLik > top.logLik) top = next;
    if (next.logLik < top.logLik - HOPELESS) break;
  }
  if (top === along.at(-1) && top.byTau > 0) throw metaError(messages.tau2Unbounded());
  let best = zero;
  for (let i = 1; i < along.length - 1; i++) {
    const [left, right] = [along[i]!, along[i + 1]!];
    if (!(left.byTau > 0 && right.byTau <= 0)) continue;
    const { x: tau } = findRoot((x) => thetaAt(x, left.theta).byTau, [left.tau, right.tau], {
      atStart: left.byTau,
      atEnd: right.byTau,
      tolerance: 1e-12,
    });
    const maximum = thetaAt(tau, left.theta);
    if (maximum.logLik > best.logLik) best = maximum;
  }
  return best;
}

interface Profiled {
  readonly logLik: number;
  readonly byTheta: number;
  readonly byTau: number;
  readonly thetaTheta: number;
}

interface Along extends Profiled {
  readonly theta: number;
  readonly tau: number;
}

interface Likelihood {
  readonly at: (theta: number, tau: number) => Profiled;
  /** Each study's ν when last looked at. */
  readonly nu: Float64Array;
  readonly count: () => number;
}

/** ln L by θ and τ, with each study's ν where it is largest; ν are looked for where they were found before. */
function profiled(studies: readonly StudyLikelihood[], rule: QuadratureRule): Likelihood {
  const nu = Float64Array.from(studies, ({ start }) => start ?? 0);
  const one: Marginal = { logLik: 0, byTheta: 0, byTau: 0, byNu: 0, thetaTheta: 0, thetaNu: 0, nuNu: 0 };
  let evaluations = 0;
  const at = (theta: number, tau: number): Profiled => {
    evaluations += 1;
    let [logLik, byTheta, byTau, thetaTheta] = [0, 0, 0, 0];
    for (const [i, study] of studies.entries()) {
      const slopeAt = (x: number): number => {
        marginal(study, { theta, tau, nu: x }, rule, one);
        return one.byNu;
      };
      const atStart = slopeAt(nu[i]!);
      if (study.start !== null) {
        nu[i] = decreasingRoot(slopeAt, nu[i]!, { slope: one.nuNu, atStart });
        slopeAt(nu[i]!);
        thetaTheta -= one.thetaNu ** 2 / one.nuNu;
      }
      logLik += one.logLik;
      byTheta += one.byTheta;
      byTau += one.byTau;
      thetaTheta += one.thetaTheta;
    }
    return { logLik, byTheta, byTau, thetaTheta };
  };
  return { at, nu, count: () => evaluations };
}

/** From the second derivatives by θ and τ, taken as differences of the first. */
function standardErrors(
  { at }: Likelihood,
  { theta, tau, thetaTheta }: Along,
): { seTheta: number; seTau: number | null } {
  const hTheta = 1e-2 * Math.sqrt(-1 / thetaTheta);
  const hTau = Math.min(1e-2, 0.1 * tau);
  const byTheta = derivative((h) => at(theta + h, tau), hTheta);
  const byTau = derivative((h) => at(theta, tau + h), hTau);
  const cross = (byTheta.tau + byTau.theta) / 2;
  const determinant = byTheta.theta * byTau.tau - cross ** 2;
  // Where all studies have all or no events ln L is flat in θ and τ, and its maximum one of the quadrature alone.
  if (!(byTheta.theta < 0)) throw metaError(messages.tau2Unbounded());
  if (!(determinant > 0)) return { seTheta: Math.sqrt(-1 / byTheta.theta), seTau: null };
  return { seTheta: Math.sqrt(-byTau.tau / determinant), seTau: Math.sqrt(-byTheta.theta / determinant) };
}

/** Central differences of both derivatives, with an error of order h⁴ (Richardson). */
function derivative(along: (h: number) => Profiled, h: number): { theta: number; tau: number } {
  const difference = (step: number) => {
    const [above, below] = [along(step), along(-step)];
    return {
      theta: (above.byTheta - below.byTheta) / (2 * step),
      tau: (above.byTau - below.byTau) / (2 * step),
    };
  };
  const [coarse, fine] = [difference(h), difference(h / 2)];
  return { theta: (4 * fine.theta - coarse.theta) / 3, tau: (4 * fine.tau - coarse.tau) / 3 };
}
