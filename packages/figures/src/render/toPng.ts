import { metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages, missingGlyphs } from "../messages.js";
import { pngFonts } from "./pngFonts.js";
import { toSvg } from "./toSvg.js";

export interface PngOptions {
  /** Image pixels per pixel of the drawing, more than 0 and at most 10; 2 unless given. */
  readonly scale?: number;
  /** Paths of more font files (TTF, OTF), for characters that the shipped fonts lack; none unless given. */
  readonly fonts?: readonly string[];
}

/**
 * Draws a chart as a PNG image with the fonts this package ships, so that the bytes are the same on every machine.
 * Node only.
 *
 * The shipped DejaVu Sans has no Chinese, Japanese or Korean characters. Those are drawn in a font of `fonts`, else in an
 * installed one (then the bytes depend on the machine); where no font has a character it is drawn as a box, and a process
 * warning with the code `MISSING_GLYPHS` says which. An SVG holds the text itself, in whatever font its reader has.
 *
 * Throws `SCALE_OUT_OF_RANGE`, `NO_FONT_FILE` and `WRONG_ARGUMENT`.
 *
 * @example
 * import { rankedPoints, toPng } from "@acumeta/figures";
 * const chart = rankedPoints([{ code: "BL23", rank: 1, trials: 12, k: 9, n: 1200, estimate: 0.4, ci: null, shuffled: null }], []);
 * const png = await toPng(chart, { scale: 3 });
 * String.fromCharCode(...png.slice(1, 4)); // => "PNG"
 */
export async function toPng(chart: ChartSpec, options: PngOptions = {}): Promise<Uint8Array> {
  checkArgument(isObject(options), "options", options, "an object with scale and fonts, or none");
  const { scale = 2, fonts = [] } = options;
  if (!(scale > 0 && scale <= 10)) throw metaError(messages.scaleOutOfRange(scale));
  checkArgument(Array.isArray(fonts), "fonts", fonts, "a list of paths");
  const [svg, { Resvg }] = await Promise.all([toSvg(chart), import("@resvg/resvg-js")]);
  const { font, missing } = await pngFonts(svg, fonts);
  if (missing.length > 0)
    process.emitWarning(missingGlyphs(missing), { type: "FigureWarning", code: "MISSING_GLYPHS" });
  const png = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font }).render().asPng();
  return new Uint8Array(png);
}
