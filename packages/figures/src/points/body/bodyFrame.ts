import { BODY_HALF_WIDTH } from "./silhouette.js";

/** Pixels of a unit of the silhouette. */
export const UNIT = 1.75;
/** Width left free for names on either side. */
export const LABELS = 250;
const BETWEEN = 36;

const half = BODY_HALF_WIDTH * UNIT;

/** The middle line of both drawings, and the width of all. */
export const middles = { front: LABELS + half, back: LABELS + 3 * half + BETWEEN } as const;
export const width: number = 2 * (LABELS + 2 * half) + BETWEEN;

export type Side = keyof typeof middles;

export const sides: readonly Side[] = ["front", "back"];
