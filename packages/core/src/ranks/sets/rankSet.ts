/** The best and the worst rank that are not excluded. */
export interface RankSet {
  readonly lower: number;
  readonly upper: number;
}

/** From who is shown to be better than whom. */
export function rankSet(i: number, better: Uint8Array): RankSet {
  const n = Math.sqrt(better.length);
  let above = 0;
  let below = 0;
  for (let j = 0; j < n; j++) {
    above += better[j * n + i]!;
    below += better[i * n + j]!;
  }
  return { lower: 1 + above, upper: n - below };
}
