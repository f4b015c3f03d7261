import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** What effects are ordered by: numbers, or texts that sort as they should. */
export type OrderKey = number | string;

/** A key for each effect, or what makes it. */
export type Order<M extends Measure = Measure> = readonly OrderKey[] | ((effect: Effect<M>, index: number) => OrderKey);

/** The places of the effects, the one with the smallest key first; ties, and all without an order, as they are given. */
export function placesIn<M extends Measure>(effects: readonly Effect<M>[], order?: Order<M>): readonly number[] {
  const places = effects.map((_, i) => i);
  if (order === undefined) return places;
  const keys = typeof order === "function" ? effects.map(order) : order;
  if (keys.length !== effects.length)
    throw metaError(messages.unequalColumns({ lengths: { effects: effects.length, order: keys.length } }));
  const kind = typeof keys[0];
  for (const [i, key] of keys.entries()) {
    const sorts = typeof key === "string" || (typeof key === "number" && !Number.isNaN(key));
    if (!sorts || typeof key !== kind) throw metaError(messages.badOrder({ study: effects[i]!.study, key }));
  }
  return places.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
}
