/** What a meta-regression is fitted to: effects y with sampling variances v, and a column of X for each coefficient. */
export interface Design {
  readonly X: readonly Float64Array[];
  readonly y: Float64Array;
  readonly v: Float64Array;
}
