import type { PointEffectRow, RankBand } from "@acumeta/figures";

/** Synthetic naive point effects, the same at every run: few points listed by many trials, many by two or three. */
export function syntheticPoints(count: number): readonly PointEffectRow[] {
  return Array.from({ length: count }, (_, i) => {
    const k = 2 + Math.floor(40 / (i + 1));
    const estimate = 0.4 + Math.sin(5.1 * i + 1) / Math.sqrt(k);
    const half = 1.2 / Math.sqrt(k);
    const ci = i % 7 === 6 ? null : { lower: estimate - half, upper: estimate + half, level: 0.95 };
    return { code: `${["BL", "GB", "ST", "EX-B"][i % 4]}${i + 1}`, k, n: 60 * k + ((i * 53) % 40), estimate, ci };
  });
}

/** A synthetic permutation band, highest rank first. */
export function syntheticBand(count: number): readonly RankBand[] {
  return Array.from({ length: count }, (_, i) => {
    const median = 0.9 - i / count;
    return { lower: median - 0.1, median, upper: median + 0.1 };
  });
}
