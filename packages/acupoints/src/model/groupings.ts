import type { Point } from "../vocabulary/point.js";
import { points as vocabulary } from "../vocabulary/points.js";

/** What points are taken together by. */
interface Grouping {
  readonly label: string;
  /** The group of a point. */
  readonly groupOf: (point: Point) => string;
}

/** Ways of taking points together, by id: each point by itself, its meridian, the region of the body, local against distal. */
export const pointGroupings = {
  point: { label: "each point", groupOf: ({ code }) => code },
  meridian: { label: "meridian", groupOf: ({ meridian }) => meridian },
  region: { label: "region of the body", groupOf: ({ region }) => region ?? "any tender place" },
  distance: {
    label: "local or distal",
    groupOf: ({ distal }) => (distal === null ? "any tender place" : distal ? "distal" : "local"),
  },
} as const satisfies Readonly<Record<string, Grouping>>;

export type PointGroupingId = keyof typeof pointGroupings;

const byCode = new Map(vocabulary.map((point) => [point.code, point]));

/** The group of a code; a code that the vocabulary does not have is a group of its own. */
export function groupOf(code: string, grouping: PointGroupingId): string {
  const point = byCode.get(code);
  return point === undefined ? code : pointGroupings[grouping].groupOf(point);
}
