import { metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";
import { type PngOptions, toPng } from "./toPng.js";
import { toSvg } from "./toSvg.js";

export interface RenderOptions extends PngOptions {
  readonly format: "svg" | "png";
}

/**
 * Draws a chart as a file's bytes, SVG in UTF-8 or PNG. Throws `UNKNOWN_CHOICE` for another format.
 *
 * @example
 * import { rankedPoints, render } from "@acumeta/figures";
 * const chart = rankedPoints([{ code: "BL23", rank: 1, trials: 12, k: 9, n: 1200, estimate: 0.4, ci: null, shuffled: null }], []);
 * const bytes = await render(chart, { format: "svg" });
 * new TextDecoder().decode(bytes).startsWith("<svg"); // => true
 */
export async function render(chart: ChartSpec, options: RenderOptions): Promise<Uint8Array> {
  checkArgument(isObject(options), "options", options, 'an object with a format, as { format: "svg" }');
  const { format } = options;
  if (format === "png") return toPng(chart, options);
  if (format === "svg") return new TextEncoder().encode(await toSvg(chart));
  throw metaError(messages.unknownOption("format", format, ["svg", "png"]));
}
