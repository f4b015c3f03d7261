import { metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { messages } from "../messages.js";
import { toSvg } from "./toSvg.js";

export interface PngOptions {
  /** Image pixels per pixel of the drawing, more than 0 and at most 10; 2 unless given. */
  readonly scale?: number;
}

/**
 * Draws a chart as a PNG image with the fonts this package ships, so that the bytes are the same on every machine.
 * Node only. Throws `SCALE_OUT_OF_RANGE`.
 *
 * @example
 * import { rankedPoints, toPng } from "@acumeta/figures";
 * const chart = rankedPoints([{ code: "BL23", rank: 1, trials: 12, k: 9, n: 1200, estimate: 0.4, ci: null, shuffled: null }], []);
 * const png = await toPng(chart, { scale: 3 });
 * String.fromCharCode(...png.slice(1, 4)); // => "PNG"
 */
export async function toPng(chart: ChartSpec, options: PngOptions = {}): Promise<Uint8Array> {
  const { scale = 2 } = options;
  if (!(scale > 0 && scale <= 10)) throw metaError(messages.scaleOutOfRange(scale));
  const [svg, { Resvg }, { createRequire }] = await Promise.all([
    toSvg(chart),
    import("@resvg/resvg-js"),
    import("node:module"),
  ]);
  const require = createRequire(import.meta.url);
  const regular = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
  const bold = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");
  const font = { loadSystemFonts: false, fontFiles: [regular, bold], defaultFontFamily: "DejaVu Sans" };
  const png = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font }).render().asPng();
  return new Uint8Array(png);
}
