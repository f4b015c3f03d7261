import type { JsonObject } from "../../chartSpec.js";
import { textWidth } from "../../text/textWidth.js";
import { tickText } from "../../text/tickText.js";
import { wrapText } from "../../text/wrapText.js";
import { sizes } from "../../theme/theme.js";
import { axisPosition, axisTicks } from "../axisTicks.js";
import type { Box, Label } from "../label.js";
import { smallPrint } from "../smallPrint.js";
import type { Key } from "./keys.js";

/** One of the two axes of a plane. */
interface PlaneAxis {
  /** Both ends in the axis' units, the smaller one first. */
  readonly domain: readonly [number, number];
  /** "linear" unless given. */
  readonly type?: "linear" | "log";
  readonly title: string;
  /** Whether only whole numbers may be marked. */
  readonly integers?: boolean;
  /** What stands at which value; round numbers unless given. */
  readonly marks?: readonly AxisMark[];
  /** Whether values grow to the left, or downwards. */
  readonly reversed?: boolean;
}

interface AxisMark {
  readonly value: number;
  readonly text: string;
}

export interface PlaneParts {
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  /** Size of the plotting area in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Pixels left free at the right of the plot; 14 unless given. */
  readonly right?: number;
  /** Pixels left free at the left of the plot, more where the axis needs them; 24 unless given. */
  readonly left?: number;
  /** Pixels left free between the axis and the keys; none unless given. */
  readonly below?: number;
  /** What marks mean; none unless given. */
  readonly keys?: readonly Key[];
  readonly notes: readonly string[];
}

export interface PlacedAxis {
  readonly domain: readonly [number, number];
  readonly type: "linear" | "log";
  /** Pixels where the domain starts and ends. */
  readonly range: readonly [number, number];
  readonly marks: readonly AxisMark[];
}

/** A plotting area with two axes, what stands around it, and where everything is. */
export interface Plane {
  readonly plot: Box;
  readonly x: PlacedAxis;
  readonly y: PlacedAxis;
  readonly width: number;
  readonly height: number;
  /** Titles of axes, texts of keys, notes. */
  readonly labels: readonly Label[];
  /** The marks of keys. */
  readonly keys: readonly JsonObject[];
}

const TITLE_HEIGHT = 26;
const TICK = 10;
const RIGHT = 14;
const AXIS_HEIGHT = 22;

/** Two axes around a plotting area: y's title above it, x's below, then keys and notes, as high as they need. */
export function planeOf({
  x,
  y,
  size,
  right = RIGHT,
  left: least = 24,
  below = 0,
  keys = [],
  notes,
}: PlaneParts): Plane {
  const yMarks = marksOf(y, size.height);
  const xMarks = marksOf(x, size.width);
  const left = Math.ceil(Math.max(least - TICK, ...yMarks.map(({ text }) => textWidth(text, { size: 11 }))) + TICK);
  const width = left + size.width + right;
  const yTitle = wrapText(y.title, width, { size: sizes.text, bold: true });
  const top = TITLE_HEIGHT + (yTitle.length - 1) * sizes.lineHeight;
  const plot = { left, right: left + size.width, top, bottom: top + size.height };
  const xTitle = wrapText(x.title, width, { size: sizes.text, bold: true });
  const xTop = plot.bottom + AXIS_HEIGHT;
  const small = smallPrint({ keys, notes }, { top: xTop + xTitle.length * sizes.lineHeight + 10 + below, width });
  return {
    plot,
    x: { ...axisOf(x, xMarks), range: turned(x, [plot.left, plot.right]) },
    y: { ...axisOf(y, yMarks), range: turned(y, [plot.bottom, plot.top]) },
    width,
    height: Math.ceil(small.bottom),
    labels: [
      ...yTitle.map((text, line) => ({ text, x: 0, y: (line + 0.5) * sizes.lineHeight, bold: true })),
      ...xTitle.map((text, line) => titleLine({ text, line, top: xTop, plot, width })),
      ...small.labels,
    ],
    keys: small.layers,
  };
}

/** Pixels of a place in the axes' units. */
export function pixelsOf({ x, y }: Plane, at: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const along = ({ domain, type, range: [start, end] }: PlacedAxis, value: number) =>
    start + Math.sign(end - start) * axisPosition(value, { domain, type, length: Math.abs(end - start) });
  return { x: along(x, at.x), y: along(y, at.y) };
}

function marksOf({ domain, type = "linear", integers = false, marks }: PlaneAxis, length: number): readonly AxisMark[] {
  const values = () => axisTicks({ domain, type, length, integers });
  return marks ?? values().map((value) => ({ value, text: tickText(value) }));
}

function axisOf({ domain, type = "linear" }: PlaneAxis, marks: readonly AxisMark[]): Omit<PlacedAxis, "range"> {
  return { domain, type, marks };
}

function turned({ reversed = false }: PlaneAxis, [start, end]: readonly [number, number]): readonly [number, number] {
  return reversed ? [end, start] : [start, end];
}

interface TitleLine {
  readonly text: string;
  readonly line: number;
  readonly top: number;
  readonly plot: Box;
  readonly width: number;
}

/** Under the middle of the plot, unless that were outside the drawing. */
function titleLine({ text, line, top, plot, width }: TitleLine): Label {
  const half = textWidth(text, { size: sizes.text, bold: true }) / 2;
  const middle = Math.min(width - half, Math.max(half, (plot.left + plot.right) / 2));
  return { text, x: middle, y: top + (line + 0.5) * sizes.lineHeight, align: "center", bold: true };
}
