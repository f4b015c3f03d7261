import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { checkRow } from "./checkRow.js";
import type { Measure } from "./effect.js";
import type { MeasureInfo } from "./measure.js";
import { measures } from "./measures.js";

/**
 * An effect taken for one of another measure that estimates the same under its assumptions, so that both can be pooled:
 * a standardised mean difference from a 2×2 table ("OR2DL", "OR2DN", "PBIT") or by other standard deviations ("SMDH",
 * "SMD1", "SMD1H") for one from means ("SMD"), an odds ratio from means ("D2ORL", "D2ORN") or by Peto ("PETO") for one
 * from events ("logOR"), a biserial correlation ("RBIS") for a correlation ("COR"). A rule says so.
 *
 * Throws `NOT_THAT_MEASURE` for other pairs and `UNKNOWN_CHOICE`.
 *
 * @example
 * import { asMeasure, effectSize } from "@acumeta/core";
 * const fromTable = effectSize("OR2DL", { a: 4, n1: 123, c: 11, n2: 139 });
 * asMeasure(fromTable, "SMD").measure; // => "SMD"
 */
export function asMeasure<
  E extends { readonly measure: Measure; readonly rules?: readonly string[] },
  M extends Measure,
>(effect: E, measure: M): Omit<E, "measure" | "rules"> & { readonly measure: M; readonly rules: readonly string[] } {
  checkRow(effect, ["measure", "yi", "vi"]);
  const { standsFor } = choose<MeasureInfo>("measure", measures, effect.measure);
  choose("measure", measures, measure);
  if (standsFor !== measure)
    throw metaError(messages.notThatMeasure({ found: effect.measure, wanted: measure, standsFor }));
  return freeze({ ...effect, measure, rules: [...(effect.rules ?? []), `${effect.measure} taken for ${measure}`] });
}
