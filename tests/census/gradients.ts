import { chiSquareQuantile } from "@acumeta/core";

/** What an iterated estimate of τ² should bring to 0 (or, at τ² = 0, not above it), in parts of the terms it is made of. */
export type Gradient = (y: Float64Array, v: Float64Array, tau2: number) => number;

/** Written from the papers' formulas, not from the library's sums. */
function sums(y: Float64Array, v: Float64Array, tau2: number) {
  const w = v.map((variance) => 1 / (variance + tau2));
  const total = (of: (weight: number, i: number) => number) => w.reduce((sum, weight, i) => sum + of(weight, i), 0);
  const w1 = total((weight) => weight);
  const mean = y[0]! + total((weight, i) => weight * (y[i]! - y[0]!)) / w1;
  return {
    w1,
    w2: total((weight) => weight ** 2),
    Q: total((weight, i) => weight * (y[i]! - mean) ** 2),
    Q2: total((weight, i) => (weight * (y[i]! - mean)) ** 2),
  };
}

const reached = (target: (df: number) => number): Gradient => {
  return (y, v, tau2) => {
    const aim = target(y.length - 1);
    return (sums(y, v, tau2).Q - aim) / aim;
  };
};

const medians = new Map<number, number>();
const median = (df: number): number => {
  const known = medians.get(df) ?? chiSquareQuantile(0.5, df);
  medians.set(df, known);
  return known;
};

/** By the id of the estimator; estimators without iteration have none. */
export const gradients: Readonly<Record<string, Gradient>> = {
  PM: reached((df) => df),
  EB: reached((df) => df),
  DLIT: reached((df) => df),
  SJIT: reached((df) => df),
  PMM: reached(median),
  ML(y, v, tau2) {
    const { w1, Q2 } = sums(y, v, tau2);
    return (Q2 - w1) / w1;
  },
  REML(y, v, tau2) {
    const { w1, w2, Q2 } = sums(y, v, tau2);
    return (Q2 - (w1 - w2 / w1)) / w1;
  },
};
