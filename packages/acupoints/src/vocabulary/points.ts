import { freeze } from "@acumeta/core";
import type { Point } from "./point.js";
import type { PointRow } from "./rows.js";
import { cautionRows, pointRows } from "./vocabulary.generated.js";

/**
 * The regions at and below elbow and knee. Points there are called distal: most prescriptions set them against local
 * points, and the channels' transport (shu) points, whose needling is thought to act far away, lie on them.
 */
const distalRegions: ReadonlySet<string> = new Set([
  "elbow",
  "forearm",
  "wrist",
  "hand",
  "knee",
  "leg",
  "ankle",
  "foot",
]);

/** Every point of the vocabulary: the 361 of the WHO standard, extra points, ashi. */
export const points: readonly Point[] = freeze(pointRows.map(pointOf));

function pointOf(row: PointRow): Point {
  const [code, name, nameWithTones, traditional, simplified, meridian, meridianCode, number, region, kind] = row;
  return {
    code,
    name,
    nameWithTones,
    han: { traditional, simplified },
    meridian,
    meridianCode,
    number,
    region,
    distal: region === null ? null : distalRegions.has(region),
    kind,
    cautions: cautionRows
      .filter(([of]) => of === code)
      .map(([, caution, sourceUrl, sourceNote]) => ({ kind: caution, sourceUrl, sourceNote })),
  };
}
