import { counted, metaError } from "@acumeta/core";
import { group } from "d3-array";
import type { ChartSpec, JsonObject } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { type Label, labelLayers, pixels } from "../../layout/label.js";
import { paragraphs } from "../../layout/paragraphs.js";
import { said } from "../../layout/said.js";
import { stack } from "../../layout/stack.js";
import { messages } from "../../messages.js";
import { wrapText } from "../../text/wrapText.js";
import { palette, sizes } from "../../theme/theme.js";
import { regions, sideOf } from "./regions.js";
import { BODY_HALF_WIDTH, BODY_HEIGHT, silhouette } from "./silhouette.js";

/** A point with how many trials list it: a row of `popularity` and the point of `findPoint`, both of @acumeta/acupoints. */
export interface BodyPoint {
  readonly code: string;
  readonly trials: number;
  /** Region of the body, as the vocabulary of points names it; null for none of its own. */
  readonly region: string | null;
  readonly meridianCode: string;
}

interface PlacedRegion {
  readonly name: string;
  readonly side: "front" | "back";
  readonly points: readonly BodyPoint[];
  /** Trials, summed over the points. */
  readonly entries: number;
  readonly x: number;
  readonly y: number;
}

const UNIT = 1.75;
const LABELS = 250;
const BETWEEN = 36;
const GAP = 8;
const LARGEST = 15;
const HEAD = 22;

const half = BODY_HALF_WIDTH * UNIT;
const middles = { front: LABELS + half, back: LABELS + 3 * half + BETWEEN } as const;
const width = 2 * (LABELS + 2 * half) + BETWEEN;

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
  const blocks = (["front", "back"] as const).flatMap((side) =>
    blocksOf(
      placed.filter((each) => each.side === side),
      side,
    ),
  );
  const top = Math.min(0, ...blocks.map((block) => block.top));
  const down = HEAD - top;
  const bottom = Math.max(BODY_HEIGHT * UNIT, ...blocks.map((block) => block.bottom)) + down;
  const small = paragraphs(notesOf(points), { top: bottom + 12, width });
  const heads = (["front", "back"] as const).map(
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
    layers: [
      bodyLayer(down),
      leaders(blocks, down),
      discs(placed, down),
      ...labelLayers([...heads, ...labels, ...small.labels]),
    ],
  });
}

function isPoint(point: unknown): boolean {
  if (!isObject(point)) return false;
  const { code, trials, region } = point as Partial<BodyPoint>;
  const isKnown = region === null || (typeof region === "string" && Object.hasOwn(regions, region));
  return typeof code === "string" && Number.isSafeInteger(trials) && trials! >= 0 && isKnown;
}

function placedRegions(points: readonly BodyPoint[]): readonly PlacedRegion[] {
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

interface Block {
  readonly labels: readonly Label[];
  readonly top: number;
  readonly bottom: number;
  /** From the disc to the block. */
  readonly leader: { readonly x: number; readonly y: number; readonly x2: number; readonly y2: number };
}

/** The names beside a drawing, each as near to the height of its region as it can be. */
function blocksOf(placed: readonly PlacedRegion[], side: "front" | "back"): readonly Block[] {
  const ordered = placed.toSorted((a, b) => a.y - b.y);
  const lines = ordered.map(({ points }) =>
    wrapText(points.map(({ code, trials }) => `${code}\u00a0(${trials})`).join(", "), LABELS - 14, {
      size: sizes.note,
    }),
  );
  const heights = lines.map((each) => (each.length + 1) * sizes.lineHeight + GAP);
  const tops = stack(
    ordered.map(({ y }, i) => y - heights[i]! / 2),
    heights,
  );
  const x = side === "front" ? LABELS - 12 : width - LABELS + 12;
  const align = side === "front" ? "right" : "left";
  return ordered.map((region, i) => {
    const top = tops[i]!;
    const at = (line: number) => top + (line + 0.5) * sizes.lineHeight;
    const names = lines[i]!.map((text, line): Label => ({ text, x, y: at(line + 1), align, size: sizes.note }));
    return {
      labels: [{ text: region.name, x, y: at(0), align, bold: true }, ...names],
      top,
      bottom: top + heights[i]!,
      leader: { x: region.x, y: region.y, x2: x + (side === "front" ? 5 : -5), y2: at(0) },
    };
  });
}

function bodyLayer(down: number): JsonObject {
  const values = (["front", "back"] as const).flatMap((side) =>
    silhouette.flatMap((outline, part) =>
      outline.map(([across, y], order) => ({
        x: middles[side] + across * UNIT,
        y: y * UNIT + down,
        order,
        part: `${side} ${part}`,
      })),
    ),
  );
  return {
    name: "body",
    data: { values },
    mark: {
      type: "line",
      interpolate: "linear-closed",
      fill: palette.band,
      stroke: palette.rule,
      strokeWidth: 1,
      strokeJoin: "round",
      aria: false,
    },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      order: { field: "order", type: "quantitative" },
      detail: { field: "part", type: "nominal" },
    },
  };
}

function leaders(blocks: readonly Block[], down: number): JsonObject {
  const values = blocks.map(({ leader: { x, y, x2, y2 } }) => ({ x, y: y + down, x2, y2: y2 + down }));
  return {
    name: "leaders",
    data: { values },
    mark: { type: "rule", color: palette.rule, strokeWidth: 0.8, aria: false },
    encoding: { x: pixels("x"), y: pixels("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  };
}

function discs(placed: readonly PlacedRegion[], down: number): JsonObject {
  const most = Math.max(1, ...placed.map(({ entries }) => entries));
  const values = placed.map(({ name, side, points, entries, x, y }) => ({
    x,
    y: y + down,
    size: Math.max(7, 2 * LARGEST * Math.sqrt(entries / most)) ** 2,
    says: `${name}, ${side}: ${counted(points.length, "point")}, ${entries} entries: ${points.map(({ code, trials }) => `${code} (${trials})`).join(", ")}`,
  }));
  return {
    name: "regions",
    data: { values },
    mark: { type: "point", shape: "circle", filled: true, opacity: 0.85, color: palette.study, stroke: palette.paper },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      size: { field: "size", type: "quantitative", scale: null },
      ...said,
    },
  };
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
