import { deviations } from "../draw/deviations.js";
import { identical } from "./identical.js";
import type { RankMethod } from "./method.js";

/** How often each treatment has each rank in seeded draws of what the effects may be. */
export const drawn: RankMethod<"drawn"> = {
  id: "drawn",
  label: "seeded draws of all effects together",
  citation: "Salanti, Ades & Ioannidis 2011, Journal of Clinical Epidemiology 64:163-171",
  most: Number.POSITIVE_INFINITY,
  compute: (joint, { draws, seed }) => {
    const { advantage } = joint;
    const n = advantage.length;
    const first = identical(joint);
    const alike = Array.from(first, (_, i) => Array.from(first.keys()).filter((j) => first[j] === i));
    const order = Int32Array.from(first.keys())
      .filter((i) => first[i] === i)
      .sort((a, b) => advantage[b]! - advantage[a]!);
    const fill = deviations(joint, seed);
    const drawnValues = new Float64Array(n);
    const counts = new Float64Array(n * n);
    for (let draw = 0; draw < draws; draw++) {
      fill(drawnValues);
      for (let i = 0; i < n; i++) drawnValues[i]! += advantage[i]!;
      sortDescending(order, drawnValues);
      let rank = 0;
      for (let place = 0; place < order.length; place++) {
        const i = order[place]!;
        counts[i * n + rank]! += 1;
        rank += alike[i]!.length;
      }
    }
    return { probabilities: shares(counts, { draws, alike }), orders: null };
  },
};

/** By insertion, which is quick for an order that was right a draw ago. */
function sortDescending(order: Int32Array, values: Float64Array): void {
  for (let place = 1; place < order.length; place++) {
    const own = order[place]!;
    const value = values[own]!;
    let before = place - 1;
    while (before >= 0 && values[order[before]!]! < value) {
      order[before + 1] = order[before]!;
      before--;
    }
    order[before + 1] = own;
  }
}

/** Counts of first ranks as probabilities of ranks: treatments that are the same share the ranks they take. */
function shares(
  counts: Float64Array,
  { draws, alike }: { readonly draws: number; readonly alike: readonly (readonly number[])[] },
): Float64Array {
  const n = alike.length;
  const out = new Float64Array(n * n);
  for (const [i, members] of alike.entries())
    for (let rank = 0; rank < n; rank++) {
      const share = counts[i * n + rank]! / (draws * members.length);
      if (share === 0) continue;
      for (const member of members)
        for (let taken = 0; taken < members.length; taken++) out[member * n + rank + taken]! += share;
    }
  return out;
}
