import type { Part } from "./component.js";

/** Every study with an effect of its own: its largest ln L, and Wald's statistic that these effects are one. */
export interface Saturated {
  readonly logLik: number;
  readonly wald: number;
}

/**
 * Of a study with one count the effect is that count's best η, with its information w; of one with two groups the
 * difference of theirs, with 1/w = 1/w₁ + 1/w₂. Wald's statistic is Σw(θ̂ − θ̄)²; a study whose effect is infinite has
 * w = 0.
 */
export function saturated(studies: readonly (readonly Part[])[]): Saturated {
  let [logLik, w1, w2, sum] = [0, 0, 0, 0];
  const effects: { theta: number; w: number }[] = [];
  for (const parts of studies) {
    const bests = parts.map(({ component }) => component.best());
    for (const best of bests) logLik += best.logLik;
    if (bests.some(({ information }) => information === 0)) continue;
    const [first, second] = bests;
    const theta = first!.eta - (second?.eta ?? 0);
    const w = 1 / bests.reduce((variance, { information }) => variance + 1 / information, 0);
    effects.push({ theta, w });
    w1 += w;
    w2 += w * theta;
  }
  for (const { theta, w } of effects) sum += w * (theta - w2 / w1) ** 2;
  return { logLik, wald: sum };
}
