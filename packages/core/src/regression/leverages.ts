/** The leverage of each row, its squared length in an orthonormal basis. */
export function leverages(Q: readonly Float64Array[], k: number): Float64Array {
  const h = new Float64Array(k);
  for (const q of Q) for (let i = 0; i < k; i++) h[i]! += q[i]! * q[i]!;
  return h;
}
