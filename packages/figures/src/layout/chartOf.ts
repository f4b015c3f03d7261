import { freeze } from "@acumeta/core";
import type { ChartSpec, JsonObject } from "../chartSpec.js";
import { wrapText } from "../text/wrapText.js";
import { sizes, themeConfig } from "../theme/theme.js";

export interface ChartParts {
  /** Empty for none. */
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly layers: readonly JsonObject[];
}

/** A frozen layered specification in the shared theme, its title broken into lines no wider than the drawing. */
export function chartOf({ title, description, width, height, layers }: ChartParts): ChartSpec {
  const titled = title === "" ? {} : { title: { text: wrapText(title, width, { size: sizes.title, bold: true }) } };
  return freeze({
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    ...titled,
    width,
    height,
    layer: layers,
    config: themeConfig,
  });
}
