import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { cholesky, choleskyInverse, choleskySolve } from "../../linear/cholesky.js";
import { minimise } from "../../numerics/minimise.js";
import { FLAT, LARGEST } from "./fitEffect.js";
import { gaussHermite, type QuadratureRule } from "./gaussHermite.js";
import { type Group, type LevelAndEffect, marginal2 } from "./marginal2.js";

/** Maximum of the likelihood of levels N(μ, σ²) and effects N(θ, τ²) of studies. */
export interface RandomStudiesFit extends LevelAndEffect {
  readonly logLik: number;
  /** With τ = 0. */
  readonly logLikCommon: number;
  readonly seTheta: number;
  readonly seTau: number | null;
  readonly atBoundary: boolean;
  readonly converged: boolean;
  readonly evaluations: number;
  readonly gradient: number;
}

/** Where τ is looked for first. */
const TAUS = [0.1, 0.3, 0.6, 1.2, 2.4];
/** A gain in ln L too small to tell a standard deviation from 0. */
const NO_GAIN = 1e-9;

/**
 * Four parameters by a quasi-Newton method, with Newton's steps at the end, from the best fit with τ = 0, which stays
 * the answer where no τ is better. ln L is even in σ and in τ, so that a search over all numbers needs no bounds. O(k
 * points²) an evaluation.
 */
export function fitRandomStudies(
  studies: readonly (readonly Group[])[],
  rule: QuadratureRule,
  { common, start }: { common: boolean; start: { readonly mu: number; readonly theta: number } },
): RandomStudiesFit {
  const likelihood = minusLogLik(studies, rule);
  const zero = search(likelihood, Float64Array.of(start.mu, start.theta, 0.5, 0));
  let found = zero;
  if (!common) {
    const starts = TAUS.map((tau) => Float64Array.of(zero.x[0]!, zero.x[1]!, zero.x[2]!, tau));
    const values = starts.map(likelihood.value);
    const free = search(likelihood, starts[values.indexOf(Math.min(...values))]!);
    if (free.value < zero.value - NO_GAIN) found = free;
  }
  const { x, value, curvature, free, gradient } = found;
  const [mu, theta, sigma, tau] = [x[0]!, x[1]!, Math.abs(x[2]!), Math.abs(x[3]!)];
  if (Math.max(sigma, tau) > LARGEST) throw metaError(messages.tau2Unbounded());
  const factor = cholesky(curvature, free.length);
  const covariance = factor === null ? null : choleskyInverse(factor, free.length);
  const error = (i: number) => covariance && Math.sqrt(covariance[i * free.length + i]!);
  return {
    mu,
    theta,
    sigma,
    tau,
    logLik: -value,
    logLikCommon: -zero.value,
    seTheta: error(1) ?? 1 / Math.sqrt(curvature[free.length + 1]!),
    seTau: tau > 0 ? error(free.length - 1) : null,
    atBoundary: !common && tau === 0,
    converged: found.converged,
    evaluations: likelihood.count(),
    gradient,
  };
}

/** −ln L by μ, θ, σ, τ. */
interface Likelihood {
  readonly value: (x: Float64Array) => number;
  readonly gradient: (x: Float64Array) => Float64Array;
  readonly count: () => number;
}

function minusLogLik(studies: readonly (readonly Group[])[], rule: QuadratureRule): Likelihood {
  const laplace = gaussHermite(1);
  let evaluations = 0;
  let [at, value, gradient] = [new Float64Array(4).fill(NaN), 0, new Float64Array(4)];
  const look = (x: Float64Array): void => {
    if (x.every((each, i) => each === at[i])) return;
    evaluations += 1;
    const point = { mu: x[0]!, theta: x[1]!, sigma: x[2]!, tau: x[3]! };
    // Where a standard deviation is 0 the integrand is normal along it, and one point exact.
    const rules = { level: point.sigma === 0 ? laplace : rule, effect: point.tau === 0 ? laplace : rule };
    let sum = 0;
    gradient = new Float64Array(4);
    for (const groups of studies) sum += marginal2(groups, point, rules, gradient);
    gradient = gradient.map((each) => -each);
    value = Number.isFinite(sum) ? -sum : Infinity;
    at = Float64Array.from(x);
  };
  return {
    value(x) {
      look(x);
      return value;
    },
    gradient(x) {
      look(x);
      return gradient;
    },
    count: () => evaluations,
  };
}

/** A minimum, with the curvature in the parameters that are `free`, not 0. */
interface Found {
  readonly x: Float64Array;
  readonly value: number;
  readonly free: readonly number[];
  readonly curvature: Float64Array;
  readonly gradient: number;
  readonly converged: boolean;
}

/** Rounding of ln L keeps the quasi-Newton method from going closer than this to the minimum; Newton's steps do. */
const NEAR = 1e-5;
const NEWTON_STEPS = 3;

function search(likelihood: Likelihood, start: Float64Array): Found {
  const { x } = minimise(likelihood.value, start, { gradient: likelihood.gradient, tolerance: NEAR });
  for (const i of [2, 3]) {
    const without = x.with(i, 0);
    if (x[i] !== 0 && likelihood.value(without) <= likelihood.value(x) + NO_GAIN) x[i] = 0;
  }
  const free = [...x.keys()].filter((i) => i < 2 || x[i] !== 0);
  let curvature = curvatureOf(likelihood, x, free);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const factor = cholesky(curvature, free.length);
    if (factor === null) break;
    const gradient = likelihood.gradient(x);
    const move = choleskySolve(
      factor,
      Float64Array.from(free, (i) => gradient[i]!),
    );
    for (const [j, i] of free.entries()) x[i]! -= move[j]!;
    curvature = curvatureOf(likelihood, x, free);
  }
  const gradient = likelihood.gradient(x);
  const steepest = Math.max(...free.map((i) => Math.abs(gradient[i]!)));
  return { x, value: likelihood.value(x), free, curvature, gradient: steepest, converged: steepest < FLAT };
}

/** Second derivatives by central differences of the first, with an error of order h⁴ (Richardson). */
function curvatureOf({ gradient }: Likelihood, x: Float64Array, free: readonly number[]): Float64Array {
  const n = free.length;
  const out = new Float64Array(n * n);
  for (const [a, i] of free.entries()) {
    const h = i < 2 ? 1e-2 : Math.min(1e-2, 0.1 * Math.abs(x[i]!));
    const difference = (step: number) => {
      const above = gradient(x.with(i, x[i]! + step));
      const below = gradient(x.with(i, x[i]! - step));
      return free.map((j) => (above[j]! - below[j]!) / (2 * step));
    };
    const [coarse, fine] = [difference(h), difference(h / 2)];
    for (const b of free.keys()) {
      const second = (4 * fine[b]! - coarse[b]!) / 3;
      out[a * n + b]! += second / 2;
      out[b * n + a]! += second / 2;
    }
  }
  return out;
}
