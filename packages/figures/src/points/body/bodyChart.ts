import { counted, metaError } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { type Label, labelLayers } from "../../layout/label.js";
import { paragraphs } from "../../layout/paragraphs.js";
import { messages } from "../../messages.js";
import { middles, sides, UNIT, width } from "./bodyFrame.js";
import { bodyLayers } from "./bodyLayers.js";
import { type BodyPoint, type PlacedRegion, placedRegions } from "./placedRegions.js";
import { regionBlocks } from "./regionBlocks.js";
import { regions } from "./regions.js";
import { BODY_HEIGHT } from "./silhouette.js";

const HEAD = 22;

/**
 * Where on the body the points are that trials use: a disc for each region, its area in proportion to how often trials list points
 * there, beside it the points with their number of trials. Points stand by region and channel, not at their exact place.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`.
 *
 * @example
 * import { bodyChart } from "@acumeta/figures";
 * const chart = bodyChart([
 *   { code: "BL23", trials: 7, region: "lumbar", meridianCode: "BL" },
 *   { code: "BL40", trials: 5, region: "knee", meridianCode: "BL" },
 * ]);
 * chart.description; // => "2 points in 2 regions of the body: back lumbar BL23 (7); back knee BL40 (5)."
 */
export function bodyChart(points: readonly BodyPoint[], options: { readonly title?: string } = {}): ChartSpec {
  checkArgument(
    Array.isArray(points) && points.every(isPoint),
    "points",
    points,
    "a list of points, { code, trials, region, meridianCode }",
  );
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "" } = options;
  const placed = placedRegions(points);
  if (placed.length === 0) throw metaError(messages.nothingToDraw("points with a region of the body"));
  const blocks = sides.flatMap((side) =>
    regionBlocks(
      placed.filter((each) => each.side === side),
      side,
    ),
  );
  const top = Math.min(0, ...blocks.map((block) => block.top));
  const down = HEAD - top;
  const bottom = Math.max(BODY_HEIGHT * UNIT, ...blocks.map((block) => block.bottom)) + down;
  const small = paragraphs(notesOf(points), { top: bottom + 12, width });
  const heads = sides.map(
    (side): Label => ({
      text: side === "front" ? "Front" : "Back",
      x: middles[side],
      y: down - 12,
      align: "center",
      bold: true,
    }),
  );
  const labels = blocks.flatMap((block) => block.labels).map((label) => ({ ...label, y: label.y + down }));
  return chartOf({
    title,
    description: describeBody(placed, title),
    width,
    height: Math.ceil(small.bottom),
    layers: [...bodyLayers(placed, blocks, down), ...labelLayers([...heads, ...labels, ...small.labels])],
  });
}

function isPoint(point: unknown): boolean {
  if (!isObject(point)) return false;
  const { code, trials, region } = point as Partial<BodyPoint>;
  const isKnown = region === null || (typeof region === "string" && Object.hasOwn(regions, region));
  return typeof code === "string" && Number.isSafeInteger(trials) && trials! >= 0 && isKnown;
}

function notesOf(points: readonly BodyPoint[]): readonly string[] {
  const without = points.filter(({ region }) => region === null);
  const left = without.map(({ code, trials }) => `${code} (${trials})`).join(", ");
  return [
    "In brackets: trials that list the point. Areas: the sum of these numbers over the points of a region. Points are placed by region and channel, those of limbs on one side only; this is no map to needle by.",
    ...(without.length === 0 ? [] : [`Without a place of its own, not drawn: ${left}.`]),
  ];
}

function describeBody(placed: readonly PlacedRegion[], title: string): string {
  const count = placed.reduce((sum, { points }) => sum + points.length, 0);
  const ordered = placed.toSorted((a, b) => b.entries - a.entries);
  const each = ordered.map(
    ({ name, side, points }) => `${side} ${name} ${points.map(({ code, trials }) => `${code} (${trials})`).join(", ")}`,
  );
  return `${counted(count, "point")} in ${counted(placed.length, "region")} of the body${title === "" ? "" : `, ${title}`}: ${each.join("; ")}.`;
}
