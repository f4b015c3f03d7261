import { checkArgument, isObject } from "../checkArgument.js";
import { boldWidths, type FontWidths, regularWidths } from "./textWidths.generated.js";

/** How a text is set. */
export interface TextStyle {
  /** Font size in pixels; 12 unless given. */
  readonly size?: number;
  readonly bold?: boolean;
}

const regular = widthByCharacter(regularWidths);
const bold = widthByCharacter(boldWidths);

/** Width of characters the font has not: those of Chinese, Japanese and Korean are one em wide in any other font. */
const UNKNOWN_WIDTH = 1;

/**
 * The width of a text in pixels as set in DejaVu Sans, the font figures are drawn with, without a canvas.
 * Kerning is left out; it changes a line by less than 2 %.
 *
 * @example
 * import { textWidth } from "@acumeta/figures";
 * textWidth("Haake 2007"); // => 72.4
 * textWidth("Haake 2007", { size: 24 }); // => 144.8
 */
export function textWidth(text: string, style: TextStyle = {}): number {
  checkArgument(typeof text === "string", "text", text, "a text");
  checkArgument(isObject(style), "style", style, "an object with size and bold, or none");
  const { size = 12 } = style;
  const widths = style.bold ? bold : regular;
  let ems = 0;
  for (const character of text) ems += widths.get(character) ?? UNKNOWN_WIDTH;
  return ems * size;
}

/** Whether the width of a character is that of the shipped font, not a guess. */
export function isMeasured(character: string): boolean {
  return regular.has(character);
}

function widthByCharacter({ unitsPerEm, characters }: FontWidths): ReadonlyMap<string, number> {
  const entries = Object.entries(characters);
  return new Map(
    entries.flatMap(([width, list]) => [...list].map((character) => [character, Number(width) / unitsPerEm])),
  );
}
