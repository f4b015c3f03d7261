import type { JsonObject } from "../chartSpec.js";

/** Colours that readers with any colour vision tell apart, also in grey (Okabe & Ito 2008, Color Universal Design). */
export const palette = {
  ink: "#1a1a1a",
  muted: "#5c6166",
  rule: "#9aa0a6",
  band: "#e3e6ea",
  study: "#0072b2",
  pooled: "#d55e00",
  prediction: "#e69f00",
  paper: "white",
} as const;

/** Colours of lines and marks of one kind each, in this order. */
export const series = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"] as const;

/** Fills of areas that may overlap, told apart by readers with any colour vision. */
export const tints = ["#f0e442", "#56b4e9", "#cc79a7", "#009e73"] as const;

/** Font families in order: the shipped font, one of the same widths that most systems have, and any other. */
export const fontFamily = "DejaVu Sans, Verdana, sans-serif";

/** Font sizes and distances in pixels. */
export const sizes = { title: 15, text: 12, note: 11, lineHeight: 16, columnGap: 18, padding: 14 } as const;

/** The Vega-Lite `config` all figures share. */
export const themeConfig: JsonObject = {
  font: fontFamily,
  background: palette.paper,
  padding: sizes.padding,
  view: { stroke: null },
  title: { anchor: "start", frame: "group", fontSize: sizes.title, lineHeight: 20, color: palette.ink, offset: 14 },
  axis: {
    domainColor: palette.muted,
    tickColor: palette.muted,
    labelColor: palette.ink,
    labelFontSize: 11,
    grid: false,
  },
};
