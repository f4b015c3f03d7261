import { pairOf } from "./arrange/groupByTrial.js";
import type { NetworkTrial } from "./arrange/trial.js";
import type { NetworkEffect } from "./networkEffect.js";
import type { NetworkTreatment } from "./result.js";

/** How many trials and patients each treatment has. */
export function treatmentsOf(
  effects: readonly NetworkEffect[],
  trials: readonly NetworkTrial[],
  treatments: readonly string[],
): readonly NetworkTreatment[] {
  const counts = new Int32Array(treatments.length);
  const patients: (number | null)[] = treatments.map(() => 0);
  for (const trial of trials)
    for (let a = 0; a < trial.arms.length; a++) {
      const place = trial.arms[a]!;
      const inArm = patientsOf(effects, trial, a);
      const sum = patients[place]!;
      counts[place]! += 1;
      patients[place] = sum === null || inArm === undefined ? null : sum + inArm;
    }
  return treatments.map((name, place) => ({ name, trials: counts[place]!, n: patients[place]! }));
}

/** As the first of the arm's comparisons that tells them says. */
function patientsOf(effects: readonly NetworkEffect[], { arms, rows, signs }: NetworkTrial, a: number) {
  for (let b = 0; b < arms.length; b++) {
    if (b === a) continue;
    const pair = pairOf(Math.min(a, b), Math.max(a, b), arms.length);
    const { n1, n2 } = effects[rows[pair]!]!;
    const n = a < b === (signs[pair] === 1) ? n1 : n2;
    if (n !== undefined) return n;
  }
  return undefined;
}
