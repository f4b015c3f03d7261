import type { ForestScale } from "../../forest/forestScale.js";
import { textWidth } from "../../text/textWidth.js";
import { wrapText } from "../../text/wrapText.js";
import { sizes } from "../../theme/theme.js";
import { type Cell, limits } from "./leagueCells.js";

/** More treatments than this are numbered in the heads, and their cells show no limits. */
const MANY = 9;
const CELL_HEIGHT = 40;
const LOW_CELL_HEIGHT = 26;

/** Where cells stand, in pixels. */
export interface LeagueFrame {
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

export function leagueFrame(names: readonly string[], cells: readonly Cell[], scale: ForestScale): LeagueFrame {
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
export function rowName(name: string, place: number, isLarge: boolean): readonly string[] {
  return isLarge ? wrapText(`${place + 1} ${name}`, 2 * WIDEST_NAME) : wrapText(name, WIDEST_NAME);
}

/** The rectangle of a cell. */
export function placeOf(
  { row, column }: Pick<Cell, "row" | "column">,
  { left, top, cellWidth, cellHeight }: LeagueFrame,
) {
  const [x, y] = [left + column * cellWidth, top + row * cellHeight];
  return { x: x + 1, x2: x + cellWidth - 1, y: y + 1, y2: y + cellHeight - 1 };
}
