/** An estimate with its interval, on the scale on which the interval should be symmetric. */
export interface Printed {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Whether the estimate lies in the middle of its interval, within a tenth of the half-width, as rounding may move it. */
export function isSymmetric({ estimate, lower, upper }: Printed): boolean {
  return Math.abs((lower + upper) / 2 - estimate) <= 0.1 * ((upper - lower) / 2);
}
