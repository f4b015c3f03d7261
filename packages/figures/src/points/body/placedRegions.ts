import { group } from "d3-array";
import { middles, type Side, UNIT } from "./bodyFrame.js";
import { regions, sideOf } from "./regions.js";

/** A point with how many trials list it: a row of `popularity` and the point of `findPoint`, both of @acumeta/acupoints. */
export interface BodyPoint {
  readonly code: string;
  readonly trials: number;
  /** Region of the body, as the vocabulary of points names it; null for none of its own. */
  readonly region: string | null;
  readonly meridianCode: string;
}

/** A region of one of the drawings with its points, in pixels. */
export interface PlacedRegion {
  readonly name: string;
  readonly side: Side;
  readonly points: readonly BodyPoint[];
  /** Trials, summed over the points. */
  readonly entries: number;
  readonly x: number;
  readonly y: number;
}

/** Points by drawing and region, those of no region left out. */
export function placedRegions(points: readonly BodyPoint[]): readonly PlacedRegion[] {
  const known = points.filter(({ region }) => region !== null);
  const sided = group(known, ({ region, meridianCode }) => `${sideOf(regions[region!]!, meridianCode)} ${region}`);
  return [...sided.values()].map((each) => {
    const [{ region: name, meridianCode }] = each as [BodyPoint];
    const region = regions[name!]!;
    const side = sideOf(region, meridianCode);
    const outwards = side === "front" ? -1 : 1;
    const inOrder = each.toSorted(
      (a, b) => b.trials - a.trials || a.code.localeCompare(b.code, "en", { numeric: true }),
    );
    return {
      name: name!,
      side,
      points: inOrder,
      entries: each.reduce((sum, { trials }) => sum + trials, 0),
      x: middles[side] + outwards * region.across * UNIT,
      y: region.down * UNIT,
    };
  });
}
