import type { ChartSpec } from "../chartSpec.js";
import { toHtml } from "./toHtml.js";
import { type PngOptions, toPng } from "./toPng.js";
import { toSvg } from "./toSvg.js";

/** What a figure can be written as. */
export interface RenderFormat {
  readonly label: string;
  readonly extension: string;
  readonly write: (chart: ChartSpec, options: PngOptions) => Promise<Uint8Array>;
}

const inUtf8 = (text: string) => new TextEncoder().encode(text);

/** The formats of `render`, by name. */
export const formats = {
  svg: {
    label: "drawing that scales, with text as text",
    extension: "svg",
    write: async (chart) => inUtf8(await toSvg(chart)),
  },
  png: { label: "image, the same bytes on every machine", extension: "png", write: toPng },
  vl: {
    label: "Vega-Lite specification with its data, to edit",
    extension: "vl.json",
    write: async (chart) => inUtf8(`${JSON.stringify(chart, null, 2)}\n`),
  },
  html: {
    label: "page of its own, whose marks say what they are",
    extension: "html",
    write: async (chart) => inUtf8(await toHtml(chart)),
  },
} as const satisfies Readonly<Record<string, RenderFormat>>;

export type FormatId = keyof typeof formats;
