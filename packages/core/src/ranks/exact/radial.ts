/** The normal distribution or the t distribution in any number of dimensions, as integrals over it need it. */
export interface Radial {
  /** P(T ≤ a) in one dimension. */
  readonly cdf: (a: number) => number;
  /** 2π√(1 − ρ²) times the density of two variables of squared Mahalanobis distance q: P(distance² > q) too. */
  readonly fall: (q: number) => number;
  /** By what factor the other variables spread more where two are at squared distance q. */
  readonly widening: (q: number) => number;
  /** P(X > h and 0 < Y < aX) of two uncorrelated variables, for h ≥ 0 and a ≥ 0: Owen's T function. */
  readonly wedge: (h: number, a: number) => number;
}
