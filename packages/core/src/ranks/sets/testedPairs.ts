import { differences } from "../differences.js";
import { deviations } from "../draw/deviations.js";
import type { WorkingJoint } from "../workingJoint.js";
import type { Tests } from "./stepdown.js";

interface How {
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
  readonly stepwise: boolean;
}

/** What any claims about the differences of a joint are tested with. */
export function testsOf(joint: WorkingJoint, { level, draws, seed, stepwise }: How): Tests {
  const n = joint.names.length;
  const fill = deviations(joint, seed);
  const drawn = Array.from({ length: n }, () => new Float64Array(draws));
  const row = new Float64Array(n);
  for (let draw = 0; draw < draws; draw++) {
    fill(row);
    for (let i = 0; i < n; i++) drawn[i]![draw] = row[i]!;
  }
  return { ...differences(joint), df: joint.df, level, drawn, stepwise };
}

/** Every pair of treatments, both ways. */
export function allPairs(n: number): readonly number[] {
  return Array.from({ length: n * n }, (_, place) => place).filter((place) => place % (n + 1) !== 0);
}

/** The pairs with one treatment, both ways. */
export function pairsWith(i: number, n: number): readonly number[] {
  return Array.from({ length: n }, (_, j) => j).flatMap((j) => (j === i ? [] : [i * n + j, j * n + i]));
}
