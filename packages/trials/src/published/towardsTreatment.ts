import { checkArgument, isObject } from "../problems/checkArgument.js";
import type { PublishedPooled } from "../schema/rows.js";

/** A published effect with its interval, turned so that positive favours the first-named treatment. */
export interface TurnedEffect {
  readonly effect: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A published effect in the direction of our own; null where its interval, or the side it favours, is not known.
 *
 * @example
 * import { readPublished, towardsTreatment } from "@acumeta/trials";
 * const { pooled } = await readPublished("datasets/published");
 * const linde = pooled.find(({ review }) => review.startsWith("Linde 2010"));
 * towardsTreatment(linde); // => { effect: 0.45, lower: 0.34, upper: 0.57 }
 */
export function towardsTreatment(published: PublishedPooled): TurnedEffect | null {
  checkArgument(isObject(published), { argument: "published", found: published, allowed: "a row of pooled.csv" });
  const { effect, ciLower, ciUpper, favours } = published;
  if (effect == null || ciLower == null || ciUpper == null || favours == null) return null;
  return favours === "treatment"
    ? { effect, lower: ciLower, upper: ciUpper }
    : { effect: -effect, lower: -ciUpper, upper: -ciLower };
}
