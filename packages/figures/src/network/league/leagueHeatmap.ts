import { counted, type GoodEnd, leagueTable, type Network, percent, type TreatmentEffect } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument } from "../../checkArgument.js";
import { type ForestScale, forestScale } from "../../forest/forestScale.js";
import { chartOf } from "../../layout/chartOf.js";
import { type Label, labelLayers } from "../../layout/label.js";
import type { Key } from "../../layout/plane/keys.js";
import { divergingFill, rectLayer } from "../../layout/rects.js";
import { smallPrint } from "../../layout/smallPrint.js";
import { textWidth } from "../../text/textWidth.js";
import { wrapText } from "../../text/wrapText.js";
import { palette, sizes } from "../../theme/theme.js";
import { checkNetwork } from "../checkNetwork.js";
import { orderTreatments, type TreatmentOrder } from "../treatmentOrder.js";

/** How the league table is drawn. */
export interface LeagueHeatmapOptions {
  readonly title?: string;
  /** Order of the treatments, from above and from the left; their own unless given. */
  readonly order?: TreatmentOrder;
  /** Which effects are good: blue where the row is better than the column; unless given, where its effect is higher. */
  readonly better?: GoodEnd;
}

/** A treatment (row) against another (column). */
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly effect: Turned;
}

interface Turned extends Pick<TreatmentEffect, "treatment" | "against" | "estimate"> {
  readonly lower: number;
  readonly upper: number;
  readonly isApart: boolean;
}

/** More treatments than this are numbered in the heads, and their cells show no limits. */
const MANY = 9;
const CELL_HEIGHT = 40;
const LOW_CELL_HEIGHT = 26;

/**
 * The league table of a network as a heat map: every treatment (row) against every other one (column), with its interval. The
 * colour is that of the estimate; where the interval includes the value of no effect it is faint and the number thin, so that colour
 * alone claims nothing. Ratios are shown back-transformed, their colours by their logarithms.
 *
 * Throws `WRONG_ARGUMENT`, `NOT_AN_ORDER`.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { leagueHeatmap } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * leagueHeatmap(fit, { better: "lower" }).description;
 * // => "League table of 3 treatments, SMD of row against column: acupuncture against sham −0.30 [−0.58, −0.02], apart; acupuncture against waiting −0.80 [−1.19, −0.41], apart; sham against waiting −0.50 [−0.98, −0.02], apart."
 */
export function leagueHeatmap(network: Network, options: LeagueHeatmapOptions = {}): ChartSpec {
  checkNetwork(network, options);
  const { title = "", order, better = "higher" } = options;
  checkArgument(better === "higher" || better === "lower", "better", better, '"higher" or "lower"');
  const names = orderTreatments(
    network.treatments.map(({ name }) => name),
    order,
  );
  const league = leagueTable(network);
  const scale = forestScale(
    network.measure,
    league.map(({ ci }) => ci),
  );
  const cells = cellsOf(names, league);
  const frame = frameOf(names, cells, scale);
  const sign = better === "higher" ? 1 : -1;
  const largest = Math.max(...cells.map(({ effect }) => Math.abs(effect.estimate)));
  const small = smallPrint(
    { keys: keysOf(better), notes: notesOf(network) },
    { top: frame.bottom + 10, width: frame.width },
  );
  const rects = cells.map((cell) => ({
    ...placeOf(cell, frame),
    value: sign * cell.effect.estimate,
    strength: cell.effect.isApart ? 0.75 : 0.25,
    says: wordsOf(cell.effect, scale),
  }));
  const diagonal = names.map((name, i) => ({ ...placeOf({ row: i, column: i }, frame), says: name }));
  const layer = rectLayer(rects, {
    name: "effects",
    fill: divergingFill("value", largest, [palette.pooled, palette.study]),
  });
  return chartOf({
    title,
    description: describe({ names, cells, scale, title }),
    width: frame.width,
    height: Math.ceil(small.bottom),
    layers: [
      {
        ...layer,
        encoding: { ...(layer.encoding as object), opacity: { field: "strength", type: "quantitative", scale: null } },
      },
      rectLayer(diagonal, { name: "diagonal", mark: { fill: palette.band } }),
      ...small.layers,
      ...labelLayers([
        ...headLabels(names, frame),
        ...cells.flatMap((cell) => cellLabels(cell, frame, scale)),
        ...small.labels,
      ]),
    ],
  });
}

function cellsOf(names: readonly string[], league: readonly TreatmentEffect[]): readonly Cell[] {
  return names.flatMap((treatment, row) =>
    names.flatMap((against, column): Cell[] =>
      row === column ? [] : [{ row, column, effect: turned(league, treatment, against) }],
    ),
  );
}

function turned(league: readonly TreatmentEffect[], treatment: string, against: string): Turned {
  const own = league.find((each) => each.treatment === treatment && each.against === against);
  const found = own ?? league.find((each) => each.treatment === against && each.against === treatment)!;
  const { lower, upper } = found.ci;
  const isApart = lower > 0 || upper < 0;
  return own === undefined
    ? { treatment, against, estimate: -found.estimate, lower: -upper, upper: -lower, isApart }
    : { treatment, against, estimate: found.estimate, lower, upper, isApart };
}

/** Where cells stand, in pixels. */
interface Frame {
  readonly isLarge: boolean;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly heads: readonly (readonly string[])[];
  readonly width: number;
  readonly bottom: number;
}

const WIDEST_NAME = 200;
const WIDEST_WORD = 130;

function frameOf(names: readonly string[], cells: readonly Cell[], scale: ForestScale): Frame {
  const isLarge = names.length > MANY;
  const texts = cells.flatMap(({ effect }) => (isLarge ? [scale.text(effect.estimate)] : [limits(effect, scale)]));
  const words = isLarge ? [] : names.flatMap((name) => name.split(" "));
  const widestWord = Math.min(WIDEST_WORD, Math.max(0, ...words.map((word) => textWidth(word))));
  const cellWidth = Math.ceil(
    Math.max(34, widestWord + 8, ...texts.map((text) => textWidth(text, { bold: isLarge, size: sizes.note }) + 14)),
  );
  const rows = names.map((name, i) => rowName(name, i, isLarge));
  const cellHeight = Math.max(
    isLarge ? LOW_CELL_HEIGHT : CELL_HEIGHT,
    ...rows.map((lines) => lines.length * sizes.lineHeight + 6),
  );
  const heads = names.map((name, i) => (isLarge ? [String(i + 1)] : wrapText(name, cellWidth - 8)));
  const top = Math.max(...heads.map((lines) => lines.length)) * sizes.lineHeight + 8;
  const left = Math.ceil(Math.max(...rows.flat().map((text) => textWidth(text)))) + 12;
  return {
    ...{ isLarge, left, top, cellWidth, cellHeight, heads },
    width: left + names.length * cellWidth,
    bottom: top + names.length * cellHeight,
  };
}

/** The lines of a name beside its row. */
function rowName(name: string, place: number, isLarge: boolean): readonly string[] {
  return isLarge ? wrapText(`${place + 1} ${name}`, 2 * WIDEST_NAME) : wrapText(name, WIDEST_NAME);
}

function placeOf({ row, column }: Pick<Cell, "row" | "column">, { left, top, cellWidth, cellHeight }: Frame) {
  const [x, y] = [left + column * cellWidth, top + row * cellHeight];
  return { x: x + 1, x2: x + cellWidth - 1, y: y + 1, y2: y + cellHeight - 1 };
}

function headLabels(names: readonly string[], frame: Frame): readonly Label[] {
  const { left, top, cellWidth, cellHeight, heads, isLarge } = frame;
  return names.flatMap((name, i) => {
    const lines = rowName(name, i, isLarge);
    const middle = top + (i + 0.5) * cellHeight;
    const beside = lines.map(
      (text, line): Label => ({
        text,
        x: left - 10,
        y: middle + (line - (lines.length - 1) / 2) * sizes.lineHeight,
        align: "right",
      }),
    );
    const above = heads[i]!.map(
      (text, line): Label => ({
        text,
        x: left + (i + 0.5) * cellWidth,
        y: top - 6 - (heads[i]!.length - 0.5 - line) * sizes.lineHeight,
        align: "center",
      }),
    );
    return [...beside, ...above];
  });
}

function cellLabels(cell: Cell, frame: Frame, scale: ForestScale): readonly Label[] {
  const { effect } = cell;
  const { x, x2, y, y2 } = placeOf(cell, frame);
  const middle = { x: (x + x2) / 2, align: "center", color: palette.ink } as const;
  const estimate = { ...middle, text: scale.text(effect.estimate), bold: effect.isApart };
  if (frame.isLarge) return [{ ...estimate, y: (y + y2) / 2, size: sizes.note }];
  return [
    { ...estimate, y: (y + y2) / 2 - 8 },
    { ...middle, text: limits(effect, scale), y: (y + y2) / 2 + 8, size: sizes.note },
  ];
}

function limits({ lower, upper }: Turned, { text }: ForestScale): string {
  return `[${text(lower)}, ${text(upper)}]`;
}

function wordsOf(effect: Turned, scale: ForestScale): string {
  const { treatment, against, estimate, isApart } = effect;
  return `${treatment} against ${against} ${scale.text(estimate)} ${limits(effect, scale)}${isApart ? ", apart" : ""}`;
}

function keysOf(better: GoodEnd): readonly Key[] {
  return [
    { text: `the row's effect is ${better}`, mark: "area", color: palette.study },
    { text: "the column's", mark: "area", color: palette.pooled },
  ];
}

function notesOf({ choices, measure, effects }: Network): readonly string[] {
  const [{ ci }] = effects as readonly [TreatmentEffect];
  return [
    `${measure.replace(/^log/, "")} of the row against the column, with ${percent(choices.level)} confidence intervals (${ci.method}).`,
    "Bold and in full colour: the interval excludes the value of no effect. Thin and faint: it includes it.",
  ];
}

interface Described {
  readonly names: readonly string[];
  readonly cells: readonly Cell[];
  readonly scale: ForestScale;
  readonly title: string;
}

function describe({ names, cells, scale, title }: Described): string {
  const each = cells.filter(({ row, column }) => row < column).map(({ effect }) => wordsOf(effect, scale));
  const of = title === "" ? "" : `, ${title}`;
  return `League table of ${counted(names.length, "treatment")}${of}, ${scale.short} of row against column: ${each.join("; ")}.`;
}
