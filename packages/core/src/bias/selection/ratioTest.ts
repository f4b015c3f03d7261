import { chiSquareCdf } from "../../numerics/chiSquare.js";
import type { RatioTest } from "./result.js";

/** 2(ℓ − ℓ₀), 0 where held parameters make the larger model the worse one, against χ²; null where ℓ₀ is not known. */
export function ratioTest(logLik: number, underNull: number, df: number): RatioTest;
export function ratioTest(logLik: number, underNull: number | null, df: number): RatioTest | null;
export function ratioTest(logLik: number, underNull: number | null, df: number): RatioTest | null {
  if (underNull === null) return null;
  const statistic = Math.max(0, 2 * (logLik - underNull));
  return { statistic, df, p: df === 0 ? null : chiSquareCdf(statistic, df, { upper: true }) };
}
