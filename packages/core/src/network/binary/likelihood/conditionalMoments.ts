import { logGamma } from "../../../numerics/gamma.js";
import { decreasingRoot } from "../../../rare/glmm/decreasingRoot.js";
import type { TrialJet } from "./trialLikelihood.js";

/** Probabilities of the counts from `first` on. */
interface Distribution {
  readonly first: number;
  readonly mass: Float64Array;
}

/** Terms below this share of the largest don't count. */
const NEGLIGIBLE = 1e-25;

/**
 * ln P(a | Σa) of independent binomial counts a of n with log odds α + θ, which does not depend on α, with slope a − E and
 * curvature −Cov of the counts given their sum. Arm by arm the distribution of the sum so far is carried on, with the first
 * and second moments of the counts at each of its values; α makes the observed sum the expected one, so that few terms are
 * needed: O(t³m) sums of √m terms for t arms and m events.
 */
export function conditionalMoments(a: Float64Array, n: Float64Array, theta: Float64Array): TrialJet {
  const t = a.length;
  const m = a.reduce((sum, each) => sum + each, 0);
  const alpha = levelOf(m, n, theta);
  const logit = theta.map((each) => each + alpha);
  const middle = logit.map((each, i) => Math.round(n[i]! / (1 + Math.exp(-each))));
  const counts = Array.from(n, (patients, i) => binomialMasses(patients, logit[i]!, middle[i]!));

  let sums: Distribution = { first: 0, mass: Float64Array.of(1) };
  let firsts: readonly Distribution[] = [];
  let seconds: readonly (readonly Distribution[])[] = [];
  for (let i = 0; i < t; i++) {
    const count = counts[i]!;
    const [once, twice] = [weighted(count, middle[i]!), weighted(weighted(count, middle[i]!), middle[i]!)];
    // Of the last arm only the sum that was observed matters.
    const range = i === t - 1 ? ([m, m] as const) : null;
    const squares = seconds.map((row) => row.map((each) => convolve(each, count, range)));
    const products = firsts.map((each) => convolve(each, once, range));
    seconds = [...squares, [...products, convolve(sums, twice, range)]];
    firsts = [...firsts.map((each) => convolve(each, count, range)), convolve(sums, once, range)];
    sums = convolve(sums, count, range);
  }
  const total = sums.mass[0]!;
  const mean = firsts.map(({ mass }) => mass[0]! / total);
  const information = new Float64Array(t * t);
  for (let i = 0; i < t; i++)
    for (let j = 0; j <= i; j++) {
      information[i * t + j] = seconds[i]![j]!.mass[0]! / total - mean[i]! * mean[j]!;
      information[j * t + i] = information[i * t + j]!;
    }
  const observed = a.reduce((sum, each, i) => sum + logBinomial(each, n[i]!, logit[i]!), 0);
  return {
    logLik: observed - Math.log(total),
    score: a.map((each, i) => each - middle[i]! - mean[i]!),
    information,
  };
}

/** The α at which Σn/(1 + exp(−α − θ)) is the number of events. */
function levelOf(m: number, n: Float64Array, theta: Float64Array): number {
  const N = n.reduce((sum, each) => sum + each, 0);
  const start = Math.log(m / (N - m)) - theta.reduce((sum, each, i) => sum + (n[i]! / N) * each, 0);
  const missing = (alpha: number) => n.reduce((sum, each, i) => sum - each / (1 + Math.exp(-alpha - theta[i]!)), m);
  return decreasingRoot(missing, start, { slope: -(m * (N - m)) / N });
}

/** ln C(n, x) + xη − n ln(1 + exp η) */
function logBinomial(x: number, n: number, eta: number): number {
  const logChoose = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return logChoose + x * eta - n * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))));
}

/** Binomial probabilities around a middle, by the ratios of neighbours. */
function binomialMasses(n: number, eta: number, middle: number): Distribution {
  const odds = Math.exp(eta);
  const top = Math.exp(logBinomial(middle, n, eta));
  const below: number[] = [];
  const above: number[] = [];
  for (let x = middle, mass = top; x > 0; x--) {
    mass *= x / (n - x + 1) / odds;
    if (mass < NEGLIGIBLE * top) break;
    below.push(mass);
  }
  for (let x = middle, mass = top; x < n; x++) {
    mass *= ((n - x) / (x + 1)) * odds;
    if (mass < NEGLIGIBLE * top) break;
    above.push(mass);
  }
  return { first: middle - below.length, mass: Float64Array.from([...below.reverse(), top, ...above]) };
}

/** Every mass times its count less a middle. */
function weighted({ first, mass }: Distribution, middle: number): Distribution {
  return { first, mass: mass.map((each, i) => each * (first + i - middle)) };
}

/** The sum of two counts, or only its values in a range. */
function convolve(x: Distribution, y: Distribution, range: readonly [number, number] | null): Distribution {
  const whole = [x.first + y.first, x.first + x.mass.length + y.first + y.mass.length - 2] as const;
  const [first, last] = range ?? whole;
  const mass = new Float64Array(last - first + 1);
  for (let i = 0; i < x.mass.length; i++) {
    const from = Math.max(0, first - x.first - i - y.first);
    const to = Math.min(y.mass.length - 1, last - x.first - i - y.first);
    for (let j = from; j <= to; j++) mass[x.first + i + y.first + j - first]! += x.mass[i]! * y.mass[j]!;
  }
  return { first, mass };
}
