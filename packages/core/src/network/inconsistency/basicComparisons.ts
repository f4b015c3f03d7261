import type { SamplingCovariance } from "../../multilevel/model/arrange.js";
import type { NetworkModel } from "../arrange/networkModel.js";
import type { NetworkTrial } from "../arrange/trial.js";

/** All trials' comparisons of their arms with the first of them in the order of the network, the same in all trials of a design. */
export interface BasicComparisons {
  readonly y: Float64Array;
  readonly sampling: SamplingCovariance;
  /** A column for each treatment but the reference. */
  readonly X: readonly Float64Array[];
  /** The trial of each row, and the place of its arm among those of the trial but the first. */
  readonly trial: Int32Array;
  readonly arm: Int32Array;
}

export function basicComparisons({ trials, treatments, reference }: NetworkModel): BasicComparisons {
  const rows = trials.flatMap((trial, s) => againstFirst(trial).map((row, arm) => ({ ...row, trial: s, arm })));
  const columnOf = (treatment: number) =>
    Float64Array.from(rows, ({ of, against }) => Number(of === treatment) - Number(against === treatment));
  const starts = new Map<number, number>();
  for (const [i, { trial }] of rows.entries()) if (!starts.has(trial)) starts.set(trial, i);
  const several = trials.flatMap(({ arms }, s) =>
    arms.length > 2 ? [{ start: starts.get(s)!, n: arms.length - 1 }] : [],
  );
  return {
    y: Float64Array.from(rows, ({ y }) => y),
    sampling: {
      v: Float64Array.from(rows, ({ covariances, arm }) => covariances[arm]!),
      correlated: several.map(({ start, n }) => ({
        rows: Int32Array.from({ length: n }, (_, i) => start + i),
        matrix: Float64Array.from(rows.slice(start, start + n).flatMap(({ covariances }) => covariances)),
      })),
    },
    X: treatments.flatMap((_, place) => (place === reference ? [] : [columnOf(place)])),
    trial: Int32Array.from(rows, ({ trial }) => trial),
    arm: Int32Array.from(rows, ({ arm }) => arm),
  };
}

interface Comparison {
  readonly of: number;
  readonly against: number;
  readonly y: number;
  /** With every comparison of the trial. */
  readonly covariances: readonly number[];
}

function againstFirst({ arms, S, d }: NetworkTrial): readonly Comparison[] {
  const n = d.length;
  const [first, ...others] = Array.from(arms, (_, arm) => arm).sort((a, b) => arms[a]! - arms[b]!);
  const effect = (arm: number) => (arm === 0 ? 0 : d[arm - 1]!);
  const covariance = (a: number, b: number) => (a === 0 || b === 0 ? 0 : S[(a - 1) * n + b - 1]!);
  const variance = covariance(first!, first!);
  return others.map((a) => ({
    of: arms[a]!,
    against: arms[first!]!,
    y: effect(a) - effect(first!),
    covariances: others.map((b) => covariance(a, b) - covariance(a, first!) - covariance(first!, b) + variance),
  }));
}
