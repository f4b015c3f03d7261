/** Half of a body seen from the front, its right side on the page, from the neck down: in units of which the body is 262 high, around its middle line. */
const half: readonly (readonly [number, number])[] = [
  [6, 34],
  [7, 46],
  [20, 52],
  [31, 57],
  [36, 68],
  [38, 90],
  [42, 115],
  [47, 140],
  [51, 153],
  [50, 166],
  [45, 168],
  [42, 153],
  [38, 138],
  [33, 116],
  [29, 92],
  [26, 76],
  [24, 94],
  [22, 112],
  [26, 132],
  [28, 150],
  [25, 175],
  [20, 196],
  [21, 213],
  [16, 238],
  [20, 250],
  [18, 256],
  [8, 256],
  [7, 240],
  [8, 215],
  [7, 196],
  [6, 172],
  [2, 146],
];

const head: readonly (readonly [number, number])[] = Array.from({ length: 24 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 24;
  return [13 * Math.sin(angle), 18 - 18 * Math.cos(angle)];
});

/** Closed outlines of a body, drawn for this figure; front and back have the same. */
export const silhouette: readonly (readonly (readonly [number, number])[])[] = [
  [...half, ...half.toReversed().map(([x, y]) => [-x, y] as const)],
  head,
];

export const BODY_HEIGHT = 262;
export const BODY_HALF_WIDTH = 52;
