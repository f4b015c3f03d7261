import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/**
 * Random orders of items that are exchanged only within their group, by Fisher and Yates; the same for the same seed.
 * The array is the same every time, shuffled further.
 */
export function* permutations(
  groups: readonly string[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Generator<Int32Array> {
  const random = xoroshiro128plus(seed);
  const members = [...new Set(groups)].map((group) => groups.flatMap((of, i) => (of === group ? [i] : [])));
  const order = Int32Array.from(groups, (_, i) => i);
  for (let drawn = 0; drawn < count; drawn++) {
    for (const items of members)
      for (let last = items.length - 1; last > 0; last--) {
        const other = items[uniformInt(random, 0, last)]!;
        const held = order[items[last]!]!;
        order[items[last]!] = order[other]!;
        order[other] = held;
      }
    yield order;
  }
}
