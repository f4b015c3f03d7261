import type { Effect } from "../../effects/effect.js";
import { columnOf, type Row } from "../../multilevel/random/columns.js";
import { checkEffects } from "../../pool/checkEffects.js";

/** Lists of effects whose signs turn by cluster, the same in all of them. */
export interface TurnedEffects {
  readonly clusters: number;
  /** Each list with the signs ±1 of the clusters that begin at this place of `signs`. */
  readonly turn: (signs: Int8Array, from: number) => ReadonlyMap<unknown, readonly Effect[]>;
}

/** Reads the clusters of lists of effects; throws what `pool` throws for what is none, and `MISSING_COLUMN`. */
export function turnedEffects(lists: ReadonlySet<unknown>, cluster: string): TurnedEffects {
  const places = new Map<string, number>();
  const placeOf = (label: string) => {
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    return place;
  };
  const read = [...lists].map((list) => {
    const effects = list as readonly Effect[];
    checkEffects(effects);
    const labels = columnOf(effects as readonly (Effect & Row)[], cluster);
    return { list, effects, at: labels.map((label) => placeOf(String(label))) };
  });
  return {
    clusters: places.size,
    turn: (signs, from) =>
      new Map(
        read.map(({ list, effects, at }) => [
          list,
          effects.map((effect, row) => (signs[from + at[row]!] === 1 ? effect : { ...effect, yi: -effect.yi })),
        ]),
      ),
  };
}
