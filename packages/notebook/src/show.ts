import { type ChartSpec, toPng } from "@acumeta/figures";
import { display } from "./display.js";
import { kernelChannel } from "./kernelChannel.js";
import { pngSize } from "./pngSize.js";

/** Image pixels per pixel of the drawing. */
const SCALE = 2;

/**
 * Shows a chart below the cell: as Vega-Lite where the front end draws it, as PNG elsewhere (GitHub, HTML exports).
 * Outside a notebook prints the chart's description.
 *
 * @example
 * import { show } from "@acumeta/notebook";
 * import { rankedPoints } from "@acumeta/figures";
 * await show(rankedPoints([{ code: "BL23", rank: 1, trials: 12, shuffled: null, k: 9, n: 1200, estimate: 0.4, ci: null }], []));
 */
export async function show(chart: ChartSpec): Promise<void> {
  if (kernelChannel() === null) {
    display({ data: { "text/plain": chart.description } });
    return;
  }
  const png = await toPng(chart, { scale: SCALE });
  const { width, height } = pngSize(png);
  display({
    data: {
      // JupyterLab and VS Code draw Vega-Lite up to 5; the figures use nothing newer.
      "application/vnd.vegalite.v5+json": { ...chart, $schema: "https://vega.github.io/schema/vega-lite/v5.json" },
      // Not SVG: some versions of nbconvert blank it.
      "image/png": Buffer.from(png).toString("base64"),
      "text/plain": chart.description,
    },
    metadata: { "image/png": { width: width / SCALE, height: height / SCALE } },
  });
}
