import type { ResvgRenderOptions } from "@resvg/resvg-js";

type FontOptions = NonNullable<ResvgRenderOptions["font"]>;

const CELL = 40;
const PER_ROW = 25;
/** No font has a glyph for it. */
const NONCHARACTER = "\u{10FFFF}";

/**
 * Which of some characters none of these fonts has. The renderer looks for a missing glyph in all of its fonts and draws a
 * box where none has it, the same for every character: so each is drawn in a cell of its own and compared with that box.
 */
export async function boxedCharacters(characters: readonly string[], font: FontOptions): Promise<readonly string[]> {
  if (characters.length === 0) return [];
  const { Resvg } = await import("@resvg/resvg-js");
  const drawn = [NONCHARACTER, ...characters];
  const texts = drawn.map((character, i) => {
    const [x, y] = [(i % PER_ROW) * CELL, Math.floor(i / PER_ROW) * CELL];
    return `<text x="${x + CELL / 4}" y="${y + (3 * CELL) / 4}" font-size="${CELL / 2}">${character}</text>`;
  });
  const size = `width="${PER_ROW * CELL}" height="${Math.ceil(drawn.length / PER_ROW) * CELL}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="DejaVu Sans">${texts.join("")}</svg>`;
  const { pixels } = new Resvg(svg, { font }).render();
  const box = cellOf(pixels, 0);
  return characters.filter((_, i) => cellOf(pixels, i + 1).equals(box));
}

/** The pixels of a cell. */
function cellOf(pixels: Buffer, cell: number): Buffer {
  const left = (cell % PER_ROW) * CELL;
  const top = Math.floor(cell / PER_ROW) * CELL;
  const rows = Array.from({ length: CELL }, (_, row) => {
    const start = 4 * ((top + row) * PER_ROW * CELL + left);
    return pixels.subarray(start, start + 4 * CELL);
  });
  return Buffer.concat(rows);
}
