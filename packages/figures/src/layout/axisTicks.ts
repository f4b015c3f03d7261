import { ticks } from "d3-array";
import { textWidth } from "../text/textWidth.js";
import { tickText } from "../text/tickText.js";

export interface AxisSpan {
  /** Both ends in the axis' units. */
  readonly domain: readonly [number, number];
  readonly type: "linear" | "log";
  /** Length of the axis in pixels. */
  readonly length: number;
  /** Whether only whole numbers may be marked. */
  readonly integers?: boolean;
}

const MOST_TICKS = 8;
const LABEL_GAP = 16;

/** The densest round tick values whose labels do not touch. */
export function axisTicks(span: AxisSpan): readonly number[] {
  const all = [...(span.type === "log" ? logTicks(span.domain) : []), ...linearTicks(span.domain)];
  const candidates = span.integers ? all.map((values) => values.filter(Number.isInteger)) : all;
  const fitting = candidates.filter((values) => values.length <= MOST_TICKS && labelsFit(values, span));
  return fitting.find((values) => values.length >= 3) ?? fitting[0] ?? [];
}

/** Pixels from the start of the axis. */
export function axisPosition(value: number, { domain: [lower, upper], type, length }: AxisSpan): number {
  const scale = type === "log" ? Math.log : (x: number) => x;
  return (length * (scale(value) - scale(lower))) / (scale(upper) - scale(lower));
}

function linearTicks([lower, upper]: readonly [number, number]): readonly (readonly number[])[] {
  return [7, 5, 4, 3, 2, 1].map((count) => ticks(lower, upper, count));
}

/** 1, 1.5, 2, 3, 5, 7 in each power of ten, then sparser down to every second, third … power. */
function logTicks([lower, upper]: readonly [number, number]): readonly (readonly number[])[] {
  const first = Math.floor(Math.log10(lower));
  const powers = Array.from({ length: Math.ceil(Math.log10(upper)) - first + 1 }, (_, i) => first + i);
  const multiples = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]].map((steps) =>
    powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`))),
  );
  const everyNth = [2, 3, 5, 10, 20, 50, 100].map((n) =>
    powers.filter((power) => power % n === 0).map((power) => 10 ** power),
  );
  return [...multiples, ...everyNth].map((values) => values.filter((value) => value >= lower && value <= upper));
}

function labelsFit(values: readonly number[], span: AxisSpan): boolean {
  const boxes = values.map((value) => ({
    middle: axisPosition(value, span),
    half: textWidth(tickText(value), { size: 11 }) / 2,
  }));
  return boxes.every(
    (box, i) => i === 0 || box.middle - box.half - (boxes[i - 1]!.middle + boxes[i - 1]!.half) >= LABEL_GAP,
  );
}
