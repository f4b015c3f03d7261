import type { CoefficientTestRule } from "./test.js";

/** Normal distribution. */
export const zTest = {
  id: "z",
  label: "Wald, normal distribution",
  citation: "Harville 1977, Journal of the American Statistical Association 72:320-338",
  compute: ({ at }) => ({ vcov: at.C, df: () => null }),
} as const satisfies CoefficientTestRule;

/** t distribution with as many degrees of freedom as there are effects beyond the coefficients. */
export const tTest = {
  id: "t",
  label: "Wald, t distribution with k − p degrees of freedom",
  citation: "Viechtbauer 2010, Journal of Statistical Software 36(3)",
  compute: ({ model, at }) => ({ vcov: at.C, df: () => model.y.length - model.X.length }),
} as const satisfies CoefficientTestRule;
