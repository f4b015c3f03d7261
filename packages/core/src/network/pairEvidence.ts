import type { NetworkTrial } from "./arrange/trial.js";

/** One trial's own effect of a treatment against another, with its sampling variance. */
interface TrialEvidence {
  readonly trial: NetworkTrial;
  readonly y: number;
  readonly v: number;
}

/** All trials that compare two treatments directly, be it with others besides. */
export interface PairEvidence {
  /** The two, as places in the network: effects are of the first against the second. */
  readonly pair: readonly [number, number];
  readonly trials: readonly TrialEvidence[];
  /** The mean of their effects with weights 1/(v + τ²), and its variance. */
  readonly estimate: number;
  readonly variance: number;
}

/** Every pair of treatments that some trial compares, the earlier against the later, in their order. */
export function pairEvidence(trials: readonly NetworkTrial[], tau2: number): readonly PairEvidence[] {
  const byPair = new Map<string, { readonly pair: readonly [number, number]; readonly trials: TrialEvidence[] }>();
  for (const trial of trials)
    for (let a = 0; a < trial.arms.length; a++)
      for (let b = 0; b < trial.arms.length; b++) {
        const pair = [trial.arms[a]!, trial.arms[b]!] as const;
        if (pair[0] >= pair[1]) continue;
        const known = byPair.get(pair.join());
        const own = { trial, ...effectOf(trial, a, b) };
        if (known === undefined) byPair.set(pair.join(), { pair, trials: [own] });
        else known.trials.push(own);
      }
  return [...byPair.values()]
    .sort((one, other) => one.pair[0] - other.pair[0] || one.pair[1] - other.pair[1])
    .map((evidence) => ({ ...evidence, ...meanOf(evidence.trials, tau2) }));
}

/** Of one arm of a trial against another. */
function effectOf({ S, d }: NetworkTrial, a: number, b: number): { readonly y: number; readonly v: number } {
  const n = d.length;
  const effect = (arm: number) => (arm === 0 ? 0 : d[arm - 1]!);
  const covariance = (one: number, other: number) => (one === 0 || other === 0 ? 0 : S[(one - 1) * n + other - 1]!);
  return { y: effect(a) - effect(b), v: covariance(a, a) + covariance(b, b) - 2 * covariance(a, b) };
}

function meanOf(trials: readonly TrialEvidence[], tau2: number): Pick<PairEvidence, "estimate" | "variance"> {
  let sum = 0;
  let weights = 0;
  for (const { y, v } of trials) {
    sum += y / (v + tau2);
    weights += 1 / (v + tau2);
  }
  return { estimate: sum / weights, variance: 1 / weights };
}
