/** w = 1/(v + τ²) */
export function weightsAt(v: Float64Array, tau2: number): Float64Array {
  const w = new Float64Array(v.length);
  for (let i = 0; i < v.length; i++) w[i] = 1 / (v[i]! + tau2);
  return w;
}
