import type { PooledEffect } from "@acumeta/core";
import { effectRange } from "./effectRange.js";

/** The part of the pooled scale a forest plot shows: see `effectRange`. */
export function axisRange(fit: PooledEffect): readonly [number, number] {
  const studies = fit.studies.map(({ yi, lower, upper }) => ({ estimate: yi, lower, upper }));
  const pooled = { estimate: fit.estimate, lower: fit.ci.lower, upper: fit.ci.upper, room: 4 };
  return effectRange(fit.measure, [...studies, pooled], fit.pi === null ? [] : [fit.pi]);
}
