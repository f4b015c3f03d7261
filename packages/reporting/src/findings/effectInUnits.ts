import { type Measure, metaError } from "@acumeta/core";
import { messages } from "../messages.js";
import type { Estimate } from "./absoluteEffect.js";
import type { FindingOutcome } from "./outcome.js";

/** An effect in a scale's units. */
export interface EffectInUnits extends Estimate {
  readonly name: string;
  /** In minimal important differences; null where none is given. */
  readonly inMids: Estimate | null;
  readonly source: string;
}

/**
 * An SMD times the scale's standard deviation, or a mean difference as it is; divided by the minimal important difference where
 * there is one. Guyatt et al. 2013, Journal of Clinical Epidemiology 66:173-183.
 */
export function effectInUnits(
  { measure, ...effect }: Estimate & { readonly measure: Measure },
  { outcome, units }: { readonly outcome: string; readonly units: NonNullable<FindingOutcome["units"]> },
): EffectInUnits {
  const { name, sd, mid, source } = units;
  const factor = measure === "MD" ? 1 : measure === "SMD" ? sd : undefined;
  if (factor === undefined || !(factor > 0) || (mid !== undefined && !(mid > 0)))
    throw metaError(messages.noUnitsOf(outcome, measure));
  const times = (by: number): Estimate => ({
    estimate: effect.estimate * by,
    lower: effect.lower * by,
    upper: effect.upper * by,
  });
  return { name, ...times(factor), inMids: mid === undefined ? null : times(factor / mid), source };
}
