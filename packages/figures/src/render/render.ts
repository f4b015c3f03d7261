import { metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";
import type { ThemeId } from "../theme/themes.js";
import { withTheme } from "../theme/withTheme.js";
import { type FormatId, formats } from "./formats.js";
import type { PngOptions } from "./toPng.js";

export interface RenderOptions extends PngOptions {
  /** An id of `formats`. */
  readonly format: FormatId;
  /** An id of `themes`; "light" unless given. */
  readonly theme?: ThemeId;
}

/**
 * Draws a chart as a file's bytes: SVG, PNG, a page of its own (HTML) or the Vega-Lite specification. The same chart and options
 * give the same bytes. Throws `UNKNOWN_CHOICE` for another format or theme, and what `toPng` throws.
 *
 * @example
 * import { rankedPoints, render } from "@acumeta/figures";
 * const chart = rankedPoints([{ code: "BL23", rank: 1, trials: 12, k: 9, n: 1200, estimate: 0.4, ci: null, shuffled: null }], []);
 * const bytes = await render(chart, { format: "svg" });
 * new TextDecoder().decode(bytes).startsWith("<svg"); // => true
 */
export async function render(chart: ChartSpec, options: RenderOptions): Promise<Uint8Array> {
  checkArgument(isObject(options), "options", options, 'an object with a format, as { format: "svg" }');
  const { format, theme = "light", ...png } = options;
  if (!Object.hasOwn(formats, format)) throw metaError(messages.unknownOption("format", format, Object.keys(formats)));
  return formats[format].write(withTheme(chart, theme), png);
}
