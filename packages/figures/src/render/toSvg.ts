import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { textWidth } from "../text/textWidth.js";

/**
 * Draws a chart as SVG: a text of markup, the same for the same chart on every machine. Text stays text, in DejaVu
 * Sans where the reader has it and in Verdana, of nearly the same widths, elsewhere. Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { forestPlot, toSvg } from "@acumeta/figures";
 * const fit = pool([{ study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04 }], { interval: "z" });
 * (await toSvg(forestPlot(fit))).includes("First 2001"); // => true
 */
export async function toSvg(chart: ChartSpec): Promise<string> {
  checkArgument(isObject(chart) && "$schema" in chart, "chart", chart, "a figure, as forestPlot gives");
  // Imported here because vega holds a top-level await, which the CommonJS cells of notebooks cannot import.
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  // Vega guesses widths where it has no canvas; the drawing font's own widths are exact everywhere.
  (vega as unknown as WithTextMetrics).textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    textWidth(text, { size: fontSize, bold: isBold(fontWeight) });
  const { spec } = compile(structuredClone(chart) as unknown as Parameters<typeof compile>[0]);
  const view = new vega.View(vega.parse(spec), { renderer: "none", logLevel: vega.Warn });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** An export of vega that its types leave out. */
interface WithTextMetrics {
  readonly textMetrics: { width: (item: TextItem, text: string) => number };
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

function isBold(weight: TextItem["fontWeight"]): boolean {
  return weight === "bold" || Number(weight) >= 600;
}
