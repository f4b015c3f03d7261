import type { PointEffects } from "@acumeta/acupoints";
import { decimals, pValue } from "./numbers.js";

export const NO_POINTS = "No trial has both a list of points and an effect.";

/** How far the averages spread over points, beside shuffled prescriptions; nothing for a single point. */
export function spreadInWords({ spread }: PointEffects): readonly string[] {
  if (spread === null) return [];
  const { observed, shuffled, p } = spread;
  return [
    `Averages spread over points by ${decimals(observed)} SD; shuffled prescriptions give ${decimals(shuffled.median)} (p ${pValue(p)}).`,
  ];
}
