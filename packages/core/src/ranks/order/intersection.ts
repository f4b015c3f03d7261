/**
 * What several orders agree on, row by row: an order again. Where they say "at least as good" (`weak`), those that are so both
 * ways are not ordered.
 */
export function intersection(orders: readonly Uint8Array[], { weak }: { readonly weak: boolean }): Uint8Array {
  const [first] = orders as readonly [Uint8Array];
  const n = Math.sqrt(first.length);
  const agreed = first.map((_, place) => (orders.every((order) => order[place] === 1) ? 1 : 0));
  if (!weak) return agreed;
  return agreed.map((above, place) => (above === 1 && agreed[(place % n) * n + Math.floor(place / n)] === 0 ? 1 : 0));
}
