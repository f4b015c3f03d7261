import type { Curved } from "../../numerics/minimiseInBox.js";
import { emptyExpectation, expectedWeight, type Weights } from "./expectedWeight.js";
import { type Partition, partition } from "./partition.js";
import { pValues } from "./pValues.js";
import type { Least, PValues, WeightFunction, WeightJet } from "./weight/weightFunction.js";

const LOG_2PI = Math.log(2 * Math.PI);
/** A sum of weights below this has lost its digits. */
const LEAST_EXPECTATION = 1e-280;

/** Effects of which large positive ones have small p-values, and how publication depends on these. */
export interface SelectedStudies {
  readonly y: Float64Array;
  readonly v: Float64Array;
  readonly weight: WeightFunction;
  readonly least: Least;
  /** The value at which each δ is held; null for those to estimate. */
  readonly held: readonly (number | null)[];
  readonly steps: readonly number[];
  readonly twoSided: boolean;
}

/**
 * Minus the log-likelihood of θ = (μ, τ², the δ to estimate), with its exact first and second derivatives:
 *
 *   ℓ = Σ log w(pᵢ; δ) + log φ(yᵢ; μ, τ² + vᵢ) − log Aᵢ,   Aᵢ = ∫ w(p(y/√vᵢ); δ) φ(y; μ, τ² + vᵢ) dy
 *
 * Infinity where it can't be computed: a weight of 0, or an Aᵢ near 0.
 *
 * Hedges 1992, Statistical Science 7:246-255; Vevea & Hedges 1995, Psychometrika 60:419-435.
 */
export function minusLogLikelihood(studies: SelectedStudies): (theta: Float64Array) => Curved {
  const { y, v, weight, least, steps, twoSided, held } = studies;
  const m = held.filter((value) => value === null).length;
  const parts = partition(weight, { steps, twoSided, least });
  const observed = pValues(
    y.map((each, i) => each / Math.sqrt(v[i]!)),
    { twoSided, least },
  );
  return (theta) => {
    const delta = wholeDelta(held, theta);
    const total = { value: 0, gradient: new Float64Array(2 + m), hessian: new Float64Array((2 + m) ** 2) };
    const ofParts = weightsOf(studies, parts.p, delta);
    const ofStudies = weightsOf(studies, observed, delta);
    const scratch: Scratch = { slope: new Float64Array(2 + m), expectation: emptyExpectation(m) };
    for (let i = 0; i < y.length; i++) {
      addNormal(total, { r: y[i]! - theta[0]!, V: v[i]! + theta[1]! });
      addWeight(total, ofStudies, i);
      addExpectation(total, { parts, ofParts, mu: theta[0]!, tau2: theta[1]!, v: v[i]! }, scratch);
    }
    return isSound(total) ? total : { ...total, value: Number.POSITIVE_INFINITY };
  };
}

interface Total {
  value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

function isSound({ value, gradient, hessian }: Total): boolean {
  return Number.isFinite(value) && gradient.every(Number.isFinite) && hessian.every(Number.isFinite);
}

function wholeDelta(held: readonly (number | null)[], theta: Float64Array): Float64Array {
  let next = 2;
  return Float64Array.from(held, (value) => value ?? theta[next++]!);
}

/** The weights with their derivatives, of which those of held δ are left out. */
function weightsOf({ weight, steps, held }: SelectedStudies, p: PValues, delta: Float64Array): Weights {
  const n = p.p.length;
  const all = held.length;
  const free = held.flatMap((value, j) => (value === null ? [j] : []));
  const m = free.length;
  const jet: WeightJet = { value: 0, first: new Float64Array(all), second: new Float64Array(all * all) };
  const out = { value: new Float64Array(n), first: new Float64Array(n * m), second: new Float64Array(n * m * m) };
  for (let i = 0; i < n; i++) {
    weight.weigh(p, i, { delta, steps }, jet);
    out.value[i] = jet.value;
    for (let a = 0; a < m; a++) {
      out.first[i * m + a] = jet.first[free[a]!]!;
      for (let b = 0; b < m; b++) out.second[(i * m + a) * m + b] = jet.second[free[a]! * all + free[b]!]!;
    }
  }
  return out;
}

/** −log φ(y; μ, V) with r = y − μ. */
function addNormal(total: Total, { r, V }: { readonly r: number; readonly V: number }): void {
  const n = total.gradient.length;
  const scaled = (r / V) * r;
  total.value += 0.5 * (LOG_2PI + Math.log(V) + scaled);
  total.gradient[0]! -= r / V;
  total.gradient[1]! += (0.5 * (1 - scaled)) / V;
  total.hessian[0]! += 1 / V;
  total.hessian[1]! += r / V / V;
  total.hessian[n]! += r / V / V;
  total.hessian[n + 1]! += (scaled - 0.5) / V / V;
}

/** −log w of the i-th study. */
function addWeight(total: Total, { value, first, second }: Weights, i: number): void {
  const n = total.gradient.length;
  const m = n - 2;
  const w = value[i]!;
  total.value -= Math.log(w);
  for (let a = 0; a < m; a++) {
    const slope = first[i * m + a]! / w;
    total.gradient[2 + a]! -= slope;
    for (let b = 0; b < m; b++)
      total.hessian[(2 + a) * n + 2 + b]! -= second[(i * m + a) * m + b]! / w - (slope * first[i * m + b]!) / w;
  }
}

interface Scratch {
  readonly slope: Float64Array;
  readonly expectation: ReturnType<typeof emptyExpectation>;
}

interface Selected {
  readonly parts: Partition;
  readonly ofParts: Weights;
  readonly mu: number;
  readonly tau2: number;
  readonly v: number;
}

/** log A of a study with variance v, through that of its statistic z ~ N(μ/√v, 1 + τ²/v). */
function addExpectation(total: Total, { parts, ofParts, mu, tau2, v }: Selected, scratch: Scratch): void {
  const n = total.gradient.length;
  const m = n - 2;
  const sigma = Math.sqrt(v);
  const sd = Math.sqrt(1 + tau2 / v);
  const { slope, expectation } = scratch;
  expectedWeight(parts, ofParts, { mean: mu / sigma, sd }, expectation);
  const { w, first, second } = expectation;
  const A = w[0]!;
  if (!(A > LEAST_EXPECTATION)) {
    total.value = Number.POSITIVE_INFINITY;
    return;
  }
  const byMu = 1 / (sd * sigma);
  const byTau2 = 0.5 * byMu * byMu;
  slope[0] = (byMu * w[1]!) / A;
  slope[1] = (byTau2 * w[2]!) / A;
  for (let a = 0; a < m; a++) slope[2 + a] = first[3 * a]! / A;
  total.value += Math.log(A);
  for (let i = 0; i < n; i++) {
    total.gradient[i]! += slope[i]!;
    for (let j = 0; j < n; j++) total.hessian[i * n + j]! -= slope[i]! * slope[j]!;
  }
  total.hessian[0]! += (byMu * byMu * w[2]!) / A;
  total.hessian[1]! += (byMu * byTau2 * w[3]!) / A;
  total.hessian[n]! += (byMu * byTau2 * w[3]!) / A;
  total.hessian[n + 1]! += (byTau2 * byTau2 * w[4]!) / A;
  for (let a = 0; a < m; a++) {
    const at = 2 + a;
    total.hessian[at]! += (byMu * first[3 * a + 1]!) / A;
    total.hessian[at * n]! += (byMu * first[3 * a + 1]!) / A;
    total.hessian[n + at]! += (byTau2 * first[3 * a + 2]!) / A;
    total.hessian[at * n + 1]! += (byTau2 * first[3 * a + 2]!) / A;
    for (let b = 0; b < m; b++) total.hessian[at * n + 2 + b]! += second[a * m + b]! / A;
  }
}
