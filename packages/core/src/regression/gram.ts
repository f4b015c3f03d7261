import { dot } from "./orthogonalise.js";

/** Q′DQ of columns Q and D = diag(d), row by row. */
export function gram(Q: readonly Float64Array[], d: Float64Array): Float64Array {
  const p = Q.length;
  const out = new Float64Array(p * p);
  const scaled = new Float64Array(d.length);
  for (let j = 0; j < p; j++) {
    const q = Q[j]!;
    for (let i = 0; i < q.length; i++) scaled[i] = d[i]! * q[i]!;
    for (let m = 0; m <= j; m++) {
      const product = dot(scaled, Q[m]!);
      out[j * p + m] = product;
      out[m * p + j] = product;
    }
  }
  return out;
}
