import { variance } from "./parameters.js";
import type { Structure } from "./structure.js";

/** One variance for all levels, which have nothing to do with each other. */
export const identityStructure = {
  id: "ID",
  label: "one variance, no correlation",
  citation: "Pinheiro & Bates 2000, Mixed-Effects Models in S and S-PLUS, sec. 4.2.2",
  parameters: () => [variance()],
  covariance: ([tau2], { names: { length: m } }) => {
    const identity = diagonal(new Float64Array(m).fill(1));
    return { G: identity.map((each) => each * tau2!), slopes: [identity] };
  },
} as const satisfies Structure;

/** A variance for each level, no correlation. */
export const diagonalStructure = {
  id: "DIAG",
  label: "a variance for each level, no correlation",
  citation: "Pinheiro & Bates 2000, Mixed-Effects Models in S and S-PLUS, sec. 4.2.2",
  parameters: ({ names }) => names.map((name) => variance(`tau2[${name}]`)),
  covariance: (tau2) => ({
    G: diagonal(tau2),
    slopes: Array.from(tau2, (_, level) => diagonal(tau2.map((_each, i) => (i === level ? 1 : 0)))),
  }),
} as const satisfies Structure;

function diagonal(values: Float64Array): Float64Array {
  const m = values.length;
  const matrix = new Float64Array(m * m);
  for (let i = 0; i < m; i++) matrix[i * m + i] = values[i]!;
  return matrix;
}
