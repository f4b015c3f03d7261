import type { Gosh } from "@acumeta/core";

/** A cell of the plot that holds subsets. */
export interface Bin {
  readonly column: number;
  readonly row: number;
  /** Subsets that have the chosen study, and all others. */
  readonly inside: number;
  readonly without: number;
}

interface Binning {
  /** The ends of the axis of effects, on the scale of pooling. */
  readonly low: number;
  readonly high: number;
  readonly grid: { readonly columns: number; readonly rows: number };
  /** The chosen study's place; null for none. */
  readonly column: number | null;
}

/** Counts subsets in cells of effect and I². */
export function binsOf(
  { estimate, I2, membership, subsets, k }: Gosh,
  { low, high, grid: { columns, rows }, column }: Binning,
): readonly Bin[] {
  const inside = new Uint32Array(columns * rows);
  const without = new Uint32Array(columns * rows);
  for (let i = 0; i < subsets; i++) {
    const x = Math.min(columns - 1, Math.floor((columns * (estimate[i]! - low)) / (high - low)));
    const y = Math.min(rows - 1, Math.floor((rows * I2[i]!) / 100));
    const counts = column !== null && membership[i * k + column] === 1 ? inside : without;
    counts[y * columns + x]!++;
  }
  return Array.from(inside, (count, cell) => ({
    column: cell % columns,
    row: Math.floor(cell / columns),
    inside: count,
    without: without[cell]!,
  })).filter((bin) => bin.inside + bin.without > 0);
}
