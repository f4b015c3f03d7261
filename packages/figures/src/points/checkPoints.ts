import { metaError, type Place } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";
import type { PointEffectRow, RankBand } from "./pointEffectRow.js";

/** Refuses to draw no points, numbers that are not finite, and counts that are none. */
export function checkPoints(points: readonly PointEffectRow[]): void {
  checkArgument(isListOfObjects(points), "points", points, "a list of points, as naivePointEffects gives");
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

/** Refuses a band with numbers that are not finite, or with another number of ranks than there are points; none is well. */
export function checkBand(band: readonly RankBand[], points: readonly PointEffectRow[]): void {
  checkArgument(isListOfObjects(band), "band", band, "a list of ranks, as naivePointEffects gives; empty for none");
  if (band.length === 0) return;
  for (const { lower, median, upper } of band) checkFinite({ option: "band" }, [lower, median, upper]);
  if (band.length !== points.length) throw metaError(messages.bandLength(band.length, points.length));
}

/** Refuses (`NOT_FINITE`) the first number that is not finite. */
export function checkFinite(where: Place, values: readonly number[]): void {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw metaError(messages.notFinite(where, bad));
}

function isListOfObjects(list: unknown): boolean {
  return Array.isArray(list) && list.every(isObject);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
