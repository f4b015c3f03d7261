/** The parts of the likelihood at τ², from their formulas, with no code of the package. */
export function parts(y: readonly number[], v: readonly number[], tau2: number) {
  const w = v.map((vi) => 1 / (vi + tau2));
  const sum = (of: (wi: number, i: number) => number) => w.reduce((total, wi, i) => total + of(wi, i), 0);
  const w1 = sum((wi) => wi);
  const mean = sum((wi, i) => wi * y[i]!) / w1;
  const q1 = sum((wi, i) => wi * (y[i]! - mean) ** 2);
  const q2 = sum((wi, i) => (wi * (y[i]! - mean)) ** 2);
  const logW = sum((wi) => Math.log(wi));
  return { w1, w2: sum((wi) => wi ** 2), q1, q2, logW };
}

export interface Criterion {
  /** Log-likelihood without constants. */
  readonly value: (y: readonly number[], v: readonly number[], tau2: number) => number;
  /** Its derivative by τ², in parts of ½Σw. */
  readonly score: (y: readonly number[], v: readonly number[], tau2: number) => number;
}

export const criteria: Readonly<Record<"ML" | "REML", Criterion>> = {
  ML: {
    value(y, v, tau2) {
      const { logW, q1 } = parts(y, v, tau2);
      return 0.5 * (logW - q1);
    },
    score(y, v, tau2) {
      const { w1, q2 } = parts(y, v, tau2);
      return (q2 - w1) / w1;
    },
  },
  REML: {
    value(y, v, tau2) {
      const { logW, q1, w1 } = parts(y, v, tau2);
      return 0.5 * (logW - q1 - Math.log(w1));
    },
    score(y, v, tau2) {
      const { w1, w2, q2 } = parts(y, v, tau2);
      return (q2 - w1 + w2 / w1) / w1;
    },
  },
};
