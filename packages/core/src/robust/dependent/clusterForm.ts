/** A symmetric matrix that is diagonal but for one covariance shared by all rows of a cluster: diag(own) + shared J. */
export interface ClusterForm {
  /** Of each row. */
  readonly own: Float64Array;
  /** Of each cluster. */
  readonly shared: Float64Array;
}

/** Rows by cluster: the cluster of each row, and the rows of each. */
export interface ClusterOf {
  readonly of: Int32Array;
  readonly sizes: Int32Array;
}

/** A form times a vector, O(k). */
export function apply({ own, shared }: ClusterForm, x: Float64Array, { of, sizes }: ClusterOf): Float64Array {
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < x.length; i++) sums[of[i]!]! += x[i]!;
  return x.map((each, i) => own[i]! * each + shared[of[i]!]! * sums[of[i]!]!);
}

/** tr(AB) */
export function traceOfProduct(A: ClusterForm, B: ClusterForm, { of, sizes }: ClusterOf): number {
  let sum = 0;
  for (let i = 0; i < of.length; i++) {
    const [a, b] = [A.shared[of[i]!]!, B.shared[of[i]!]!];
    sum += A.own[i]! * B.own[i]! + A.own[i]! * b + a * B.own[i]! + a * b * sizes[of[i]!]!;
  }
  return sum;
}
