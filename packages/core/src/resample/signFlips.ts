/**
 * Signs ±1 for k effects, one after the other in one array: all 2ᵏ⁻¹ in which the last stays as it is (turning all has the
 * same statistic), or the unchanged ones and `draws − 1` random ones.
 */
export function signFlips(
  k: number,
  { exact, draws, random }: { exact: boolean; draws: number; random: () => number },
): Int8Array {
  const flips = exact ? 2 ** (k - 1) : draws;
  const signs = new Int8Array(flips * k);
  for (let flip = 0; flip < flips; flip++)
    for (let i = 0; i < k; i++) {
      const turned = exact ? Math.floor(flip / 2 ** i) % 2 === 1 : flip > 0 && random() < 0.5;
      signs[flip * k + i] = turned ? -1 : 1;
    }
  return signs;
}
