/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * A Vega-Lite specification as plain JSON: what every figure of this package returns and what `render`, a notebook,
 * a web page or the online Vega editor draws. Its data are inside.
 */
export interface ChartSpec extends JsonObject {
  readonly $schema: string;
  /** One or two sentences that say what the figure shows, with its numbers: the alternative text. */
  readonly description: string;
  /** Size of the drawing in pixels, without its title and padding. */
  readonly width: number;
  readonly height: number;
}
