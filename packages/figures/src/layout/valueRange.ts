/** An estimate whose interval asks for room on an axis. */
export interface RoomWish {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** The most it gets on each side, in half widths of the typical interval; 2.5 unless given. */
  readonly room?: number;
}

/**
 * The range an axis shows: all values of `always`, every estimate, and every interval of ordinary width. A much wider
 * interval is cut off (and drawn with an arrow) rather than let it squeeze the others.
 */
export function valueRange(wishes: readonly RoomWish[], always: readonly number[]): readonly [number, number] {
  const half = typicalHalfWidth(wishes);
  const asked = wishes.flatMap(({ estimate, lower, upper, room = 2.5 }) => [
    Math.max(lower, estimate - room * half),
    Math.min(upper, estimate + room * half),
  ]);
  return [Math.min(...always, ...asked), Math.max(...always, ...asked)];
}

/** Half the width of the median interval. */
export function typicalHalfWidth(intervals: readonly { readonly lower: number; readonly upper: number }[]): number {
  const halves = intervals.map(({ lower, upper }) => (upper - lower) / 2).sort((a, b) => a - b);
  return halves[Math.floor(halves.length / 2)] ?? 0;
}

/** A range with some space at both ends; one of no length gets one. */
export function withMargin([lower, upper]: readonly [number, number], share: number): readonly [number, number] {
  const margin = share * (upper - lower || 1);
  return [lower - margin, upper + margin];
}
