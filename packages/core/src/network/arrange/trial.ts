/** A trial with its arms, as places among the treatments of the network, and its comparisons, as rows of the input. */
export interface NetworkTrial {
  readonly study: string;
  readonly arms: Int32Array;
  /** Rows of the comparisons of each pair of arms (a, b), a < b, in the order (0, 1), (0, 2), …, (1, 2), …. */
  readonly rows: Int32Array;
  /** 1 where the row compares arm a against b, −1 where b against a. */
  readonly signs: Int8Array;
  /** Covariance of the comparisons of arms 1, 2, … against arm 0, row by row in one array. */
  readonly S: Float64Array;
  /** Those comparisons, consistent with each other. */
  readonly d: Float64Array;
}
