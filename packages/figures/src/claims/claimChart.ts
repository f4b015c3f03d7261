import { fixed } from "@acumeta/core";
import { group } from "d3-array";
import type { ChartSpec, JsonObject } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { type Label, labelLayers, pixels } from "../layout/label.js";
import { layoutTable, type TableLayout } from "../layout/layoutTable.js";
import { paragraphs } from "../layout/paragraphs.js";
import { said } from "../layout/said.js";
import { decimalsFor } from "../text/decimalsFor.js";
import { wrapText } from "../text/wrapText.js";
import { palette } from "../theme/theme.js";

/** A claim with what data say of it, as `checkClaims` of @acumeta/claims gives. */
export interface ToldClaim {
  readonly id: string;
  readonly claim: string;
  readonly verdict: string;
  readonly reason: string;
  readonly numbers: readonly ClaimedNumber[];
}

interface ClaimedNumber {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly ci: { readonly lower: number; readonly upper: number } | null;
}

const STRIP = 260;
const ROW = 22;
const LEAST = 640;
const CLAIM = { size: 13, bold: true } as const;

/**
 * A claim, the verdict, and the numbers behind it: each with its interval beside the line of 0, numbers of one unit on one scale.
 * A claim without numbers is told in words alone, so that what cannot be tested takes its place among the others.
 *
 * Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { claimChart } from "@acumeta/figures";
 * const chart = claimChart({
 *   id: "C1",
 *   claim: "Needling helps.",
 *   verdict: "compatible",
 *   reason: "Six trials.",
 *   numbers: [{ name: "6 trials", unit: "SMD", value: 0.466, ci: { lower: -0.117, upper: 1.049 } }],
 * });
 * chart.description; // => "C1: Needling helps. Compatible. Six trials. 6 trials: SMD 0.47 [−0.12, 1.05]."
 */
export function claimChart(told: ToldClaim): ChartSpec {
  const isClaim = isObject(told) && "verdict" in told && "numbers" in told && Array.isArray(told.numbers);
  checkArgument(isClaim, "told", told, "a claim with its verdict, as checkClaims gives");
  const { id, claim, verdict, reason, numbers } = told;
  const scales = scalesOf(numbers);
  const ordered = [...group(numbers, ({ unit }) => unit).values()].flat();
  const texts = ordered.map((number) => textOf(number, scales.get(number.unit)!));
  const table = layoutTable(
    [
      { head: "What the data say", align: "left", side: "left", cells: ordered.map(({ name }) => name) },
      { head: "", align: "right", side: "right", cells: texts },
      { head: "", align: "left", side: "right", cells: ordered.map(({ name, unit }) => (unit === name ? "" : unit)) },
    ],
    ordered.map(({ unit }, i) => ({ gap: i > 0 && ordered[i - 1]!.unit !== unit ? 8 : 0 })),
    { plotWidth: STRIP, rowHeight: ROW },
  );
  const width = Math.max(LEAST, table.width);
  const lines = wrapText(claim, width, CLAIM);
  const verdictTop = lines.length * 18 + 6;
  const tableTop = verdictTop + 22;
  const hasNumbers = ordered.length > 0;
  const bottom = hasNumbers ? tableTop + table.bottom + 6 : tableTop;
  const small = paragraphs([reason], { top: bottom, width });
  const heads: readonly Label[] = [
    ...lines.map((text, line) => ({ text, x: 0, y: 9 + 18 * line, ...CLAIM })),
    { text: capital(verdict), x: 0, y: verdictTop + 8, bold: true, color: palette.pooled },
  ];
  const rows = table.labels
    .filter(({ text }) => hasNumbers && text !== "")
    .map((label) => ({ ...label, y: label.y + tableTop }));
  const said = ordered.map(({ name, unit }, i) => `${name}: ${unit === name ? "" : `${unit} `}${texts[i]}`);
  return chartOf({
    title: "",
    description: [
      `${id}: ${sentence(claim)}`,
      `${capital(verdict)}.`,
      sentence(reason),
      ...(hasNumbers ? [`${said.join("; ")}.`] : []),
    ].join(" "),
    width,
    height: Math.ceil(small.bottom),
    layers: [...marks(ordered, { table, top: tableTop, scales }), ...labelLayers([...heads, ...rows, ...small.labels])],
  });
}

/** The part of each unit's numbers that is shown, with 0 in it. */
function scalesOf(numbers: readonly ClaimedNumber[]): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    [...group(numbers, ({ unit }) => unit)].map(([unit, each]) => {
      const all = [0, ...each.flatMap(({ value, ci }) => (ci === null ? [value] : [value, ci.lower, ci.upper]))];
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const margin = 0.05 * (high - low || 1);
      return [unit, [low - margin, high + margin]];
    }),
  );
}

function textOf({ value, ci }: ClaimedNumber, [low, high]: readonly [number, number]): string {
  const all = ci === null ? [value] : [value, ci.lower, ci.upper];
  const needed = [0, 1, 2].find((decimals) => all.every((each) => Number(each.toFixed(decimals)) === each));
  const decimals = needed ?? decimalsFor((high - low) / 4);
  const text = (each: number) => fixed(each, decimals);
  return ci === null ? text(value) : `${text(value)} [${text(ci.lower)}, ${text(ci.upper)}]`;
}

interface MarkFrame {
  readonly table: TableLayout;
  readonly top: number;
  readonly scales: ReadonlyMap<string, readonly [number, number]>;
}

function marks(numbers: readonly ClaimedNumber[], { table, top, scales }: MarkFrame): readonly JsonObject[] {
  if (numbers.length === 0) return [];
  const placed = numbers.map((number, i) => {
    const [low, high] = scales.get(number.unit)!;
    const at = (value: number) => table.plot.left + (STRIP * (value - low)) / (high - low);
    const y = table.rows[i]! + top;
    const { lower, upper } = number.ci ?? { lower: number.value, upper: number.value };
    return {
      zero: at(0),
      x: at(number.value),
      from: at(lower),
      to: at(upper),
      y,
      top: y - ROW / 2,
      bottom: y + ROW / 2,
      says: `${number.name}: ${textOf(number, [low, high])} ${number.unit}`,
    };
  });
  return [
    {
      name: "zero",
      data: { values: placed.map(({ zero, top: start, bottom }) => ({ zero, start, bottom })) },
      mark: { type: "rule", color: palette.rule, strokeWidth: 1, aria: false },
      encoding: { x: pixels("zero"), y: pixels("start"), y2: { field: "bottom" } },
    },
    {
      name: "intervals",
      data: { values: placed.map(({ from, to, y }) => ({ from, to, y })) },
      mark: { type: "rule", color: palette.ink, strokeWidth: 1.4, aria: false },
      encoding: { x: pixels("from"), x2: { field: "to" }, y: pixels("y") },
    },
    {
      name: "numbers",
      data: { values: placed.map(({ x, y, says: text }) => ({ x, y, says: text })) },
      mark: { type: "point", shape: "circle", filled: true, opacity: 1, size: 60, color: palette.study },
      encoding: { x: pixels("x"), y: pixels("y"), ...said },
    },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
