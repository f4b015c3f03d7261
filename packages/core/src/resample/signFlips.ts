/**
 * Signs ±1 for k effects: all 2ᵏ of them, or the unchanged ones and `draws − 1` random ones.
 */
export function signFlips(
  k: number,
  { exact, draws, random }: { exact: boolean; draws: number; random: () => number },
): readonly Int8Array[] {
  return Array.from({ length: exact ? 2 ** k : draws }, (_, flip) =>
    Int8Array.from({ length: k }, (_, i) => {
      const turned = exact ? Math.floor(flip / 2 ** i) % 2 === 1 : flip > 0 && random() < 0.5;
      return turned ? -1 : 1;
    }),
  );
}
