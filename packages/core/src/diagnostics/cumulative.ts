import type { Effect, Measure } from "../effects/effect.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, resolveOptions } from "../pool/options.js";
import { type Order, placesIn } from "./order.js";
import { type Refit, refit } from "./refit.js";

/** The pooled effect of a study and all before it. */
export interface Accumulated extends Refit {
  /** The study that has come in. */
  readonly added: string;
}

/** How to accumulate. */
export interface CumulativeOptions<M extends Measure = Measure> extends PoolOptions {
  /** What to order by, smallest first; ties keep the order in which they are given, as all do where it is left out. */
  readonly order?: Order<M>;
}

/**
 * Cumulative meta-analysis: pools the first study, the first two, and so on, by year to see when the evidence was there,
 * by variance to see what the small studies add. The last row is the fit of all. O(k²) at most.
 *
 * @param options As of `pool` (`prediction` and `tau2Interval` have no part), and `order`: a key for each effect, or a
 * function that makes it; numbers, or texts that sort as they should (dates as 2019-05-31).
 *
 * The first row is one study: τ² = 0 and an interval by "z". The intervals are not adjusted for looking many times.
 *
 * Throws what `pool` throws, `UNEQUAL_COLUMNS` and `BAD_ORDER`.
 * Lau et al. 1992, New England Journal of Medicine 327:248-254.
 *
 * @example
 * import { cumulative } from "@acumeta/core";
 * const effects = [
 *   { study: "B", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.5, vi: 0.02 },
 *   { study: "C", measure: "SMD", yi: 0.6, vi: 0.02 },
 * ] as const;
 * const rows = cumulative(effects, { order: [2004, 1998, 2011] });
 * rows.map((row) => row.added); // => ["A", "B", "C"]
 * rows.map((row) => row.estimate); // => [0.5, 0.3, 0.4]
 */
export function cumulative<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { order, ...options }: CumulativeOptions<M> = {},
): readonly Accumulated[] {
  checkPoolOptions(options, ["order"]);
  const choices = resolveOptions(options);
  const list: readonly Effect<M>[] = effects;
  const { y, v } = checkEffects(list);
  const places = placesIn(list, order);
  const inOrder = (column: Float64Array) => Float64Array.from(places, (place) => column[place]!);
  const [ys, vs] = [inOrder(y), inOrder(v)];
  return freeze(
    places.map((place, i) => ({
      added: list[place]!.study,
      ...refit(ys.subarray(0, i + 1), vs.subarray(0, i + 1), choices),
    })),
  );
}
