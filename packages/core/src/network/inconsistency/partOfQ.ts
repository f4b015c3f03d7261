import { chiSquareCdf } from "../../numerics/chiSquare.js";

/** A χ² test of what effects differ by; p is null without degrees of freedom. */
export interface PartOfQ {
  readonly Q: number;
  readonly df: number;
  readonly p: number | null;
}

/** Without degrees of freedom Q is 0, and what rounding leaves of it below 0 is 0. */
export function partOfQ(Q: number, df: number): PartOfQ {
  if (df === 0) return { Q: 0, df, p: null };
  const positive = Math.max(0, Q);
  return { Q: positive, df, p: chiSquareCdf(positive, df, { upper: true }) };
}
