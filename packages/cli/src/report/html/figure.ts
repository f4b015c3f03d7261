import { type Html, html, trusted } from "./html.js";

/** A figure with links to its files; nothing where it was not drawn. `more` stands at the end of its caption. */
export function figure(name: string, svgs: ReadonlyMap<string, string>, more: Html = html``): Html {
  const svg = svgs.get(name);
  if (svg === undefined) return html``;
  return html`<figure>${trusted(svg)}<figcaption>Also as <a href="figures/${name}.svg">SVG</a>, <a href="figures/${name}.png">PNG</a>, <a href="figures/${name}.vl.json">Vega-Lite</a> and <a href="figures/${name}.html">a page that answers the pointer</a>${more}.</figcaption></figure>`;
}
