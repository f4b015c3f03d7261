/** Summed in four parts, which a processor adds at the same time. */
export function dot(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const whole = n - (n % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < n; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** A′B of columns, row by row. */
export function crossProducts(A: readonly Float64Array[], B: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(A.length * B.length);
  for (const [i, a] of A.entries()) for (const [j, b] of B.entries()) out[i * B.length + j] = dot(a, b);
  return out;
}

/** A′b of columns. */
export function againstColumns(A: readonly Float64Array[], b: Float64Array): Float64Array {
  const out = new Float64Array(A.length);
  for (let j = 0; j < A.length; j++) out[j] = dot(A[j]!, b);
  return out;
}

/** Ab of a square matrix, row by row. */
export function multiply(A: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i]! += A[i * n + j]! * b[j]!;
  return out;
}

/** y − Xb, with X a column each. */
export function minusCombination(y: Float64Array, X: readonly Float64Array[], b: Float64Array): Float64Array {
  const out = Float64Array.from(y);
  for (let j = 0; j < X.length; j++) {
    const column = X[j]!;
    for (let i = 0; i < out.length; i++) out[i]! -= b[j]! * column[i]!;
  }
  return out;
}

/** a′Ab of a square matrix, row by row. */
export function bilinear(a: Float64Array, A: Float64Array, b: Float64Array): number {
  const n = a.length;
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += a[i]! * A[i * n + j]! * b[j]!;
  return sum;
}
