import type { PointEffectRow, RankBand } from "@acumeta/figures";

/** Synthetic naive point effects, the same at every run: few points listed by many trials, many by one to three. */
export function syntheticPoints(count: number): readonly PointEffectRow[] {
  const rows = Array.from({ length: count }, (_, i) => {
    const trials = 1 + Math.floor(40 / (i + 1));
    const k = Math.ceil(0.6 * trials);
    const estimate = 0.4 + Math.sin(5.1 * i + 1) / Math.sqrt(k);
    const around = (middle: number, half: number) => ({ lower: middle - half, upper: middle + half, level: 0.95 });
    const ci = i % 7 === 6 ? null : around(estimate, 1.2 / Math.sqrt(k));
    const n = 60 * k + ((i * 53) % 40);
    return { code: syntheticCode(i), trials, k, n, estimate, ci, shuffled: around(0.4, 0.9 / Math.sqrt(k)) };
  });
  return rows.map((row) => ({ ...row, rank: 1 + rows.filter(({ estimate }) => estimate > row.estimate).length }));
}

/** A synthetic point with what is told of it. */
export function syntheticPoint(told: Partial<PointEffectRow>): PointEffectRow {
  const common = { code: "BL23", rank: 1, trials: 3, k: 2, n: 90, estimate: 0.4, ci: null, shuffled: null };
  return { ...common, ...told };
}

/** A synthetic permutation band, highest rank first. */
export function syntheticBand(count: number): readonly RankBand[] {
  return Array.from({ length: count }, (_, i) => {
    const median = 0.9 - i / count;
    return { lower: median - 0.1, median, upper: median + 0.1, level: 0.95 };
  });
}

function syntheticCode(i: number): string {
  return `${["BL", "GB", "ST", "EX-B"][i % 4]}${i + 1}`;
}
