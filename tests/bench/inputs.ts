import type { Effect, EffectColumns, NetworkEffect } from "@acumeta/core";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { readCases, shippedCases } from "../golden/readCases.ts";

/** The 13 trials of BCG vaccine (Colditz 1994) as log risk ratios. */
export function bcg(): readonly Effect<"logRR">[] {
  const golden = readCases([shippedCases]).find(({ id }) => id === "pairwise/bcg.RR/REML");
  const { yi, vi } = golden!.input as { yi: number[]; vi: number[] };
  return yi.map((y, i) => ({ study: String(i + 1), measure: "logRR", yi: y, vi: vi[i]! }));
}

/** Synthetic effects between 0 and 1 with variances from 0.01 to 0.11, the same at every run. */
export function synthetic(k: number): readonly Effect<"SMD">[] {
  const { y, v } = syntheticColumns(1, k);
  return Array.from(y, (yi, i) => ({ study: String(i + 1), measure: "SMD", yi, vi: v[i]! }));
}

/** Synthetic groups of k effects each. */
export function syntheticColumns(groups: number, k: number): EffectColumns {
  const random = xoroshiro128plus(42);
  const y = Float64Array.from({ length: groups * k }, () => uniformFloat64(random));
  const v = Float64Array.from({ length: groups * k }, () => 0.01 + 0.1 * uniformFloat64(random));
  return { y, v, offsets: Int32Array.from({ length: groups + 1 }, (_, g) => g * k) };
}

/** Groups of studies drawn from a list with replacement. */
export function resample(effects: readonly Effect[], groups: number): EffectColumns {
  const random = xoroshiro128plus(7);
  const drawn = Array.from(
    { length: groups * effects.length },
    () => effects[Math.floor(effects.length * uniformFloat64(random))]!,
  );
  return {
    y: Float64Array.from(drawn, ({ yi }) => yi),
    v: Float64Array.from(drawn, ({ vi }) => vi),
    offsets: Int32Array.from({ length: groups + 1 }, (_, g) => g * effects.length),
  };
}

/** Synthetic effects of studies with five each: around 0.3, with standard deviations of 0.2 between and 0.15 within studies. */
export function nested(k: number): readonly Effect<"SMD">[] {
  const { uniform, normal } = draws(1100 + k);
  const studies = Array.from({ length: k / 5 }, () => 0.2 * normal());
  return Array.from({ length: k }, (_, i): Effect<"SMD"> => {
    const vi = 0.01 + 0.2 * uniform() ** 2;
    const study = Math.floor(i / 5);
    const yi = 0.3 + studies[study]! + 0.15 * normal() + Math.sqrt(vi) * normal();
    return { study: String(study + 1), measure: "SMD", yi, vi };
  });
}

/** Synthetic effects with moderators x1, x2, … between 0 and 1, of which the first matters; their columns and their formula. */
export function moderated(k: number, moderators: number) {
  const { uniform, normal } = draws(k);
  const columns = Array.from({ length: moderators }, () => Array.from({ length: k }, () => uniform()));
  const effects = Array.from({ length: k }, (_, i) => {
    const vi = 0.01 + 0.2 * uniform() ** 2;
    const yi = 0.3 + 0.2 * columns[0]![i]! + 0.2 * normal() + Math.sqrt(vi) * normal();
    const values = Object.fromEntries(columns.map((column, m) => [`x${m + 1}`, column[i]!]));
    return { study: String(i + 1), measure: "SMD" as const, yi, vi, ...values };
  });
  return { effects, columns, formula: `~ ${columns.map((_, m) => `x${m + 1}`).join(" + ")}` };
}

/** Synthetic trials of two of n treatments each: a path along all, then any two. */
export function networkTrials(n: number, trials: number): readonly NetworkEffect<"SMD">[] {
  const { uniform, normal } = draws(1200 + n);
  const effects = Array.from({ length: n }, () => 0.5 * normal());
  const any = () => Math.floor(n * uniform());
  return Array.from({ length: trials }, (_, i): NetworkEffect<"SMD"> => {
    const a = i < n - 1 ? i : any();
    let b = i < n - 1 ? i + 1 : any();
    while (b === a) b = any();
    const se = 0.05 + 0.3 * uniform();
    const yi = effects[a]! - effects[b]! + 0.1 * normal() + se * normal();
    return { study: String(i + 1), measure: "SMD", treat1: `t${a + 1}`, treat2: `t${b + 1}`, yi, vi: se ** 2 };
  });
}

/** Synthetic trials against sham of up to four of 60 components together, and of each component alone. */
export function componentTrials(): readonly NetworkEffect<"SMD">[] {
  const { uniform, normal } = draws(1300);
  const effects = Array.from({ length: 60 }, () => 0.3 * normal());
  const drawn = () => [...new Set([0, 0, 0, 0].map(() => Math.floor(60 * uniform())))];
  const treated = [...Array.from({ length: 100 }, drawn), ...effects.map((_, component) => [component])];
  return treated.map((components, i): NetworkEffect<"SMD"> => {
    const se = 0.1 + 0.3 * uniform();
    const yi = components.reduce((sum, component) => sum + effects[component]!, 0) + 0.1 * normal() + se * normal();
    const treat1 = components.map((component) => `c${component + 1}`).join("+");
    return { study: String(i + 1), measure: "SMD", treat1, treat2: "sham", yi, vi: se ** 2 };
  });
}

/** Synthetic trials of 4 to 12 of some points each, the first of which are the most popular, and a moderator x. */
export function pointTrials(trials: number, points: number) {
  const { uniform, normal } = draws(1500);
  const effects = Array.from({ length: points }, () => 0.1 * normal());
  return Array.from({ length: trials }, (_, i) => {
    const drawn = Array.from({ length: 4 + Math.floor(9 * uniform()) }, () => Math.floor(points * uniform() ** 1.5));
    const own = [...new Set(drawn)];
    const vi = 0.02 + 0.1 * uniform();
    const x = uniform();
    const ofPoints = own.reduce((sum, point) => sum + effects[point]!, 0);
    const yi = 0.4 + 0.3 * x + ofPoints + 0.3 * normal() + Math.sqrt(vi) * normal();
    return { study: String(i + 1), measure: "SMD" as const, yi, vi, x, points: own.map((point) => `p${point + 1}`) };
  });
}

/** A linear congruential generator (Numerical Recipes' constants) and the method of Box and Muller: the same in any language. */
function draws(seed: number): { readonly uniform: () => number; readonly normal: () => number } {
  let state = BigInt(seed);
  const uniform = () => {
    state = (1664525n * state + 1013904223n) % 4294967296n;
    return (Number(state) + 0.5) / 4294967296;
  };
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) };
}
