import { metaError, type Place } from "@acumeta/core";
import { messages } from "../messages.js";
import type { PointEffectRow, RankBand } from "./pointEffectRow.js";

/** Refuses to draw no points, numbers that are not finite, and counts that are none. */
export function checkPoints(points: readonly PointEffectRow[]): void {
  if (points.length === 0) throw metaError(messages.nothingToDraw("points"));
  for (const { code, rank, trials, k, n, estimate, ci, shuffled } of points) {
    checkFinite({ study: code }, [
      estimate,
      ci?.lower ?? 0,
      ci?.upper ?? 0,
      shuffled?.lower ?? 0,
      shuffled?.upper ?? 0,
      n ?? 0,
    ]);
    if (!(isCount(rank) && isCount(trials) && isCount(k) && k <= trials && (n ?? 0) >= 0))
      throw metaError(messages.notACount(code, { rank, trials, k, n }));
  }
}

/** Refuses a band with numbers that are not finite, or with another number of ranks than there are points. */
export function checkBand(band: readonly RankBand[], points: readonly PointEffectRow[]): void {
  for (const { lower, median, upper } of band) checkFinite({ option: "band" }, [lower, median, upper]);
  if (band.length !== points.length) throw metaError(messages.bandLength(band.length, points.length));
}

/** Refuses (`NOT_FINITE`) the first number that is not finite. */
export function checkFinite(where: Place, values: readonly number[]): void {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw metaError(messages.notFinite(where, bad));
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
