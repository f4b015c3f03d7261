import { metaError } from "@acumeta/core";
import { messages } from "../messages.js";
import type { PointEffectRow, RankBand } from "./pointEffectRow.js";

/** Throws unless there are points, all numbers are finite, and a band has one rank for each point. */
export function checkPoints(points: readonly PointEffectRow[], band: readonly RankBand[] | null): void {
  if (points.length === 0) throw metaError(messages.nothingToDraw("points"));
  for (const { code, k, estimate, ci } of points) {
    const bad = [k, estimate, ci?.lower ?? 0, ci?.upper ?? 0].find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw metaError(messages.notFinite(code, bad));
  }
  if (band !== null && band.length !== points.length) throw metaError(messages.bandLength(band.length, points.length));
}
