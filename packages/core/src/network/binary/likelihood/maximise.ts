import { minimiseInBox } from "../../../numerics/minimiseInBox.js";
import type { TrialJet, TrialLikelihood } from "./trialLikelihood.js";

/** ln L of all trials, its slope and minus its curvature by the effects against the reference (and by what trials share beyond). */
export interface NetworkJet {
  readonly logLik: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

export interface Maximum {
  readonly beta: Float64Array;
  readonly logLik: number;
  readonly information: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** No log odds ratio that is finite is as large. */
const FARTHEST = 50;

/** The highest ln L of all trials by Newton's method. */
export function maximise(trials: readonly TrialLikelihood[], reference: number, start: Float64Array): Maximum {
  const p = start.length;
  const evaluate = (beta: Float64Array) => {
    const jet = sumOfJets(trials, reference, p, ({ arms, at }) => at(effectsOfArms(arms, beta, reference)));
    const gradient = jet.score.map((each) => -each);
    return { value: -jet.logLik, gradient, hessian: jet.information };
  };
  const all = (bound: number) => new Array<number>(p).fill(bound);
  const box = { lower: all(-FARTHEST), upper: all(FARTHEST) };
  const { x, value, hessian, iterations, converged } = minimiseInBox(evaluate, start, box);
  return { beta: x, logLik: -value, information: hessian, iterations, converged };
}

/** Effects of a trial's arms against the reference. */
export function effectsOfArms(arms: Int32Array, beta: Float64Array, reference: number): Float64Array {
  return Float64Array.from(arms, (place) => (place === reference ? 0 : beta[columnOf(place, reference)]!));
}

/** The column of a treatment but the reference. */
export const columnOf = (place: number, reference: number): number => (place < reference ? place : place - 1);

/** Sums over trials, by p columns; elements of a jet beyond the trial's arms belong to the last columns. */
export function sumOfJets<Trial extends { readonly arms: Int32Array }>(
  trials: readonly Trial[],
  reference: number,
  p: number,
  jetOf: (trial: Trial) => TrialJet,
): NetworkJet {
  let logLik = 0;
  const score = new Float64Array(p);
  const information = new Float64Array(p * p);
  for (const trial of trials) {
    const jet = jetOf(trial);
    const q = jet.score.length;
    const t = trial.arms.length;
    const columns = Array.from({ length: q }, (_, i) => {
      if (i >= t) return p - q + i;
      return trial.arms[i] === reference ? -1 : columnOf(trial.arms[i]!, reference);
    });
    logLik += jet.logLik;
    for (let i = 0; i < q; i++) {
      const row = columns[i]!;
      if (row === -1) continue;
      score[row]! += jet.score[i]!;
      for (let j = 0; j < q; j++)
        if (columns[j] !== -1) information[row * p + columns[j]!]! += jet.information[i * q + j]!;
    }
  }
  return { logLik, score, information };
}
