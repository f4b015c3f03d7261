import { cholesky, choleskyInverse, choleskyLogDeterminant } from "../../../linear/cholesky.js";
import { dot } from "../../../linear/products.js";
import { binomial } from "../../../rare/glmm/binomial.js";
import type { CountNetwork, CountTrial } from "../countTrial.js";
import { columnOf, effectsOfArms } from "../likelihood/maximise.js";

/** Levels of the trials and effects against the reference. */
export interface ScoredPoint {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
}

/** The likelihood at a point, and the step that Fisher's scoring takes from it. */
export interface Scored extends ScoredPoint {
  /** ln L without and with penalty. */
  readonly logLik: number;
  readonly penalised: number;
  /** The inverse of the information of the effects, levels being estimated too. */
  readonly vcov: Float64Array;
  /** Of the arms of each trial. */
  readonly risks: readonly Float64Array[];
  readonly slope: ScoredPoint;
  readonly step: ScoredPoint;
  /** Slope times step, twice what the step would gain. */
  readonly gain: number;
}

/** A trial at a point. */
interface TrialPart {
  readonly logLik: number;
  /** Columns of its arms, −1 of the reference. */
  readonly columns: Int32Array;
  readonly risks: Float64Array;
  readonly residuals: Float64Array;
  /** nπ(1 − π) of its arms, and their sum. */
  readonly weights: Float64Array;
  readonly total: number;
}

/**
 * The slope of the penalised likelihood has the counts r + h(½ − π)·w in place of the residuals r = a − nπ, w = nπ(1 − π), h/w
 * being the variance of an arm's log odds; null where rounding leaves no information of the effects. Levels are solved trial by trial (a Schur complement), so that all is O(trials p²).
 */
export function scoring({
  trials,
  reference,
  start: { length: p },
}: CountNetwork): (point: ScoredPoint) => Scored | null {
  const partOf = trials.map((trial) => trialPart(trial, reference));
  return ({ alpha, beta }) => {
    const parts = partOf.map((of, s) => of(alpha[s]!, beta));
    const L = cholesky(informationOf(parts, p), p);
    if (L === null) return null;
    const vcov = choleskyInverse(L, p);
    const slope = new Float64Array(p);
    const reduced = new Float64Array(p);
    const slopeOfLevels = Float64Array.from(parts, ({ columns, residuals, risks, weights, total }) => {
      const variances = variancesOfLogOdds({ columns, weights, total }, vcov, p);
      let sum = 0;
      for (let i = 0; i < columns.length; i++) {
        const each = residuals[i]! + weights[i]! * variances[i]! * (0.5 - risks[i]!);
        sum += each;
        if (columns[i] !== -1) slope[columns[i]!]! += each;
      }
      for (let i = 0; i < columns.length; i++)
        if (columns[i] !== -1) reduced[columns[i]!]! -= (weights[i]! / total) * sum;
      return sum;
    });
    for (let j = 0; j < p; j++) reduced[j]! += slope[j]!;
    const stepBeta = Float64Array.from({ length: p }, (_, j) => dot(vcov.subarray(j * p, (j + 1) * p), reduced));
    const stepAlpha = slopeOfLevels.map((each, s) => {
      const { columns, weights, total } = parts[s]!;
      return weights.reduce((sum, w, i) => (columns[i] === -1 ? sum : sum - w * stepBeta[columns[i]!]!), each) / total;
    });
    const logLik = parts.reduce((sum, part) => sum + part.logLik, 0);
    const logLevels = parts.reduce((sum, { total }) => sum + Math.log(total), 0);
    const slopes = { alpha: slopeOfLevels, beta: slope };
    const step = { alpha: stepAlpha, beta: stepBeta };
    return {
      alpha,
      beta,
      logLik,
      penalised: logLik + 0.5 * (logLevels + choleskyLogDeterminant(L, p)),
      vcov,
      risks: parts.map(({ risks }) => risks),
      slope: slopes,
      step,
      gain: along(slopes, step),
    };
  };
}

/** A slope along a step. */
export function along(slope: ScoredPoint, step: ScoredPoint): number {
  return dot(slope.alpha, step.alpha) + dot(slope.beta, step.beta);
}

function trialPart({ arms, a, n }: CountTrial, reference: number): (level: number, beta: Float64Array) => TrialPart {
  const components = Array.from(a, (events, i) => binomial(events, n[i]!));
  const columns = arms.map((place) => (place === reference ? -1 : columnOf(place, reference)));
  const jet = new Float64Array(4);
  return (level, beta) => {
    const logOdds = effectsOfArms(arms, beta, reference).map((each) => level + each);
    const residuals = new Float64Array(arms.length);
    let logLik = 0;
    const weights = logOdds.map((each, i) => {
      components[i]!.evaluate(each, jet);
      logLik += jet[0]!;
      residuals[i] = jet[1]!;
      return -jet[2]!;
    });
    const risks = logOdds.map((each) => 1 / (1 + Math.exp(-each)));
    return { logLik, columns, risks, residuals, weights, total: weights.reduce((sum, each) => sum + each, 0) };
  };
}

/** Of the effects, what the levels take being gone: Σ(Σw xx′ − Σwx Σwx′/Σw). */
function informationOf(parts: readonly TrialPart[], p: number): Float64Array {
  const information = new Float64Array(p * p);
  for (const { columns, weights, total } of parts)
    for (const [i, row] of columns.entries()) {
      if (row === -1) continue;
      information[row * p + row]! += weights[i]!;
      for (const [j, column] of columns.entries())
        if (column !== -1) information[row * p + column]! -= (weights[i]! * weights[j]!) / total;
    }
  return information;
}

/** 1/Σw + (x − x̄)′V(x − x̄) of each arm, x̄ the trial's weighted mean. */
function variancesOfLogOdds(
  { columns, weights, total }: Pick<TrialPart, "columns" | "weights" | "total">,
  vcov: Float64Array,
  p: number,
): Float64Array {
  const cross = (i: number, j: number) =>
    columns[i] === -1 || columns[j] === -1 ? 0 : vcov[columns[i]! * p + columns[j]!]!;
  const places = [...columns.keys()];
  const withMean = places.map((i) => places.reduce((sum, j) => sum + (weights[j]! / total) * cross(i, j), 0));
  const ofMean = places.reduce((sum, i) => sum + (weights[i]! / total) * withMean[i]!, 0);
  return Float64Array.from(places, (i) => 1 / total + cross(i, i) - 2 * withMean[i]! + ofMean);
}
