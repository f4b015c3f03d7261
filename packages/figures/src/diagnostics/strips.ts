import { fixed, type Influence, type InfluenceRuleId, type StudyInfluence } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import { type Label, pixels } from "../layout/label.js";
import { said } from "../layout/said.js";
import { decimalsFor } from "../text/decimalsFor.js";
import { textWidth } from "../text/textWidth.js";
import { palette, sizes } from "../theme/theme.js";

/** One diagnostic of every study. */
export interface Strip {
  readonly head: string;
  readonly values: readonly { readonly value: number; readonly marked: boolean; readonly study: string }[];
  /** Values at which a dashed line stands. */
  readonly limits: readonly number[];
  readonly domain: readonly [number, number];
}

interface StripFrame {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** The middle of each study's row. */
  readonly rows: readonly number[];
}

/** Sizes of a strip in pixels. */
export const STRIP = { width: 78, gap: 16, foot: 38 } as const;

interface Diagnostic {
  readonly head: string;
  readonly of: (study: StudyInfluence) => number;
  readonly rule: InfluenceRuleId | null;
  /** Whether the limit holds on both sides of 0. */
  readonly signed?: boolean;
}

const diagnostics: readonly Diagnostic[] = [
  { head: "rstudent", of: ({ rstudent }) => rstudent, rule: "rstudent", signed: true },
  { head: "DFFITS", of: ({ dffits }) => dffits, rule: "dffits", signed: true },
  { head: "Cook’s D", of: ({ cooksD }) => cooksD, rule: "cooksD" },
  { head: "DFBETAS", of: ({ dfbetas }) => dfbetas, rule: "dfbetas", signed: true },
  { head: "cov. ratio", of: ({ covRatio }) => covRatio, rule: null },
  { head: "τ² without", of: ({ tau2Deleted }) => tau2Deleted, rule: null },
  { head: "Q without", of: ({ QDeleted }) => QDeleted, rule: null },
  { head: "hat", of: ({ hat }) => hat, rule: "hat" },
];

/** The diagnostics of a result, each with room for its values and limits. */
export function strips({ studies, rules }: Influence): readonly Strip[] {
  return diagnostics.map(({ head, of, rule, signed = false }) => {
    const limit = rules.find(({ id }) => id === rule)?.limit;
    const limits = limit === undefined ? [] : signed ? [-limit, limit] : [limit];
    const values = studies.map((study) => ({
      study: study.study,
      value: of(study),
      marked: rule !== null && study.reasons.includes(rule),
    }));
    const all = [...values.map(({ value }) => value), ...limits];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const margin = 0.06 * (high - low || Math.abs(high) || 1);
    return { head, values, limits, domain: [low - margin, high + margin] };
  });
}

/** The pixel of a value. */
function place({ domain: [low, high] }: Strip, index: number, { left }: StripFrame) {
  const start = left + index * (STRIP.width + STRIP.gap);
  return (value: number) => start + (STRIP.width * (value - low)) / (high - low);
}

/** The limits, a line through the dots, and the dots. */
export function stripMarks(strip: Strip, index: number, frame: StripFrame): readonly JsonObject[] {
  const at = place(strip, index, frame);
  const { top, bottom, rows } = frame;
  const dots = strip.values.map(({ value, marked, study }, row) => ({
    x: at(value),
    y: rows[row]!,
    color: marked ? palette.pooled : palette.study,
    says: `${study}: ${strip.head} ${fixed(value, 3)}${marked ? ", marked" : ""}`,
  }));
  const upright = { x: pixels("x"), y: pixels("y"), y2: { field: "y2" } };
  const lines = (values: readonly number[]) => ({
    values: values.map((value) => ({ x: at(value), y: top, y2: bottom })),
  });
  return [
    {
      name: `${strip.head} limits`,
      data: lines(strip.limits),
      mark: { type: "rule", color: palette.rule, strokeDash: [4, 3], aria: false },
      encoding: upright,
    },
    {
      name: `${strip.head} line`,
      data: { values: dots.map(({ x, y }, order) => ({ x, y, order })) },
      mark: { type: "line", color: palette.band, strokeWidth: 1.2, aria: false },
      encoding: { x: pixels("x"), y: pixels("y"), order: { field: "order", type: "quantitative" } },
    },
    {
      name: strip.head,
      data: { values: dots },
      mark: { type: "point", filled: true, opacity: 1, size: 34 },
      encoding: {
        x: pixels("x"),
        y: pixels("y"),
        fill: { field: "color", type: "nominal", scale: null },
        ...said,
      },
    },
  ];
}

/** The head of a strip, and its least and greatest value below. */
export function stripLabels(strip: Strip, index: number, frame: StripFrame): readonly Label[] {
  const at = place(strip, index, frame);
  const values = strip.values.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const decimals = Math.min(4, decimalsFor((high - low || Math.abs(high)) / 4));
  const [start, end] = [at(strip.domain[0]), at(strip.domain[1])];
  const [lowText, highText] = [fixed(low, decimals), fixed(high, decimals)];
  const style = { size: sizes.note, color: palette.muted } as const;
  const isTight = textWidth(lowText, style) + textWidth(highText, style) + 8 > end - start;
  const y = frame.bottom + 10;
  return [
    { text: strip.head, x: start, y: frame.top - 14, bold: true },
    { text: lowText, x: start, y, ...style },
    ...(high > low ? [{ text: highText, x: end, y: isTight ? y + 14 : y, align: "right", ...style } as const] : []),
  ];
}
