import { freeze, metaError } from "@acumeta/core";
import type { ChartSpec, Json } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";
import { type ThemeColours, type ThemeId, themes } from "./themes.js";

/** Where a specification holds colours: in properties of marks, of its configuration and of scales, and in fields of these names. */
const COLOUR_KEYS = new Set([
  ...["color", "fill", "stroke", "background"],
  ...["domainColor", "tickColor", "labelColor", "titleColor", "gridColor"],
  "range",
  "value",
]);

/**
 * A figure in another theme: the same numbers, places and texts in other colours. "dark" is for screens, "print" for
 * paper, in colours whose greys differ; figures are drawn in "light". Throws `UNKNOWN_CHOICE`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { forestPlot, withTheme } from "@acumeta/figures";
 * const chart = forestPlot(pool([{ study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04 }], { interval: "z" }));
 * withTheme(chart, "dark").config.background; // => "#16191d"
 * withTheme(chart, "dark").description === chart.description; // => true
 */
export function withTheme(chart: ChartSpec, theme: ThemeId): ChartSpec {
  checkArgument(isObject(chart) && "$schema" in chart, "chart", chart, "a figure, as forestPlot gives");
  if (!Object.hasOwn(themes, theme)) throw metaError(messages.unknownOption("theme", theme, Object.keys(themes)));
  return freeze(recoloured(chart, themes[theme].colours) as ChartSpec);
}

function recoloured(value: Json, colours: ThemeColours): Json {
  if (isList(value)) return value.map((each) => recoloured(each, colours));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      COLOUR_KEYS.has(key) ? colourOf(each, colours) : recoloured(each, colours),
    ]),
  );
}

/** A colour, a list of them, or what holds one further down. */
function colourOf(value: Json, colours: ThemeColours): Json {
  if (typeof value === "string") return colours[value] ?? value;
  if (isList(value)) return value.map((each) => colourOf(each, colours));
  return recoloured(value, colours);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
