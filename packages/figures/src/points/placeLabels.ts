import { type Box, type Label, labelBox } from "../layout/label.js";
import { textWidth } from "../text/textWidth.js";
import { sizes } from "../theme/theme.js";

/** A disc that may be named; earlier ones are named first. */
export interface NamedDisc {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Directions to try: right, left, above, below, and the diagonals. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
] as const;
const DISTANCES = [3, 9, 16];

/** What labels must not touch. */
export interface Surroundings {
  readonly discs: readonly Omit<NamedDisc, "text">[];
  /** Heights of horizontal lines; crossed only where nothing else is free. */
  readonly lines: readonly number[];
  readonly frame: Box;
}

/**
 * Puts a label beside each disc, at the nearest free place where its measured box touches no disc, no other label and
 * no edge of `frame`. A disc without a free place stays unnamed.
 */
export function placeLabels(named: readonly NamedDisc[], { discs, lines, frame }: Surroundings): readonly Label[] {
  const taken: Box[] = discs.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const strips = lines.map((y): Box => ({ left: frame.left, right: frame.right, top: y - 1, bottom: y + 1 }));
  const labels: Label[] = [];
  for (const disc of named) {
    const free = candidates(disc).filter((candidate) => isFree(labelBox(candidate), taken, frame));
    const label = free.find((candidate) => isFree(labelBox(candidate), strips, frame)) ?? free[0];
    if (label === undefined) continue;
    labels.push(label);
    taken.push(labelBox(label));
  }
  return labels;
}

function candidates({ text, x, y, radius }: NamedDisc): readonly Label[] {
  const half = textWidth(text, { size: sizes.note }) / 2;
  return DISTANCES.flatMap((distance) =>
    DIRECTIONS.map(([right, down]): Label => {
      const reach = radius + distance;
      return {
        text,
        x: x + right * (reach + half),
        y: y + down * (reach + 0.6 * sizes.note),
        align: "center",
        size: sizes.note,
      };
    }),
  );
}

function isFree(box: Box, taken: readonly Box[], frame: Box): boolean {
  const inside =
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  return inside && taken.every((other) => !overlap(box, other));
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
