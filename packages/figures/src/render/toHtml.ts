import type { ChartSpec } from "../chartSpec.js";
import { toSvg } from "./toSvg.js";

/**
 * Draws a chart as a page of its own, which needs nothing from elsewhere: the drawing, what it says in words, what each mark
 * says where it is pointed at, with other marks of the same name, and the specification to edit. Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { forestPlot, toHtml } from "@acumeta/figures";
 * const fit = pool([{ study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04 }], { interval: "z" });
 * (await toHtml(forestPlot(fit))).startsWith("<!doctype html>"); // => true
 */
export async function toHtml(chart: ChartSpec): Promise<string> {
  const svg = await toSvg(chart);
  const { description } = chart;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(titleOf(chart))}</title>
<style>${style}${ground(chart)}</style>
<figure>
${svg}
<figcaption>${escaped(description)}</figcaption>
</figure>
<details><summary>Specification (Vega-Lite, with its data)</summary><pre>${escaped(JSON.stringify(chart, null, 2))}</pre></details>
<output id="says" hidden></output>
<script>${script}</script>
</html>
`;
}

/** The title's lines in one; the description where there is none. */
function titleOf({ title, description }: ChartSpec): string {
  const { text } = (title ?? {}) as { readonly text?: string | readonly string[] };
  return text === undefined ? description : [text].flat().join(" ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The page around the figure in the colours of its theme. */
function ground({ config }: ChartSpec): string {
  const { background, title } = config as {
    readonly background?: string;
    readonly title?: { readonly color?: string };
  };
  return `body { background: ${background ?? "white"}; color: ${title?.color ?? "black"} }`;
}

const style = `
body { font: 15px/1.5 "DejaVu Sans", Verdana, sans-serif; margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; color: #1a1a1a }
figure { margin: 0; overflow-x: auto }
figcaption { margin: 1rem 0; max-width: 48rem }
pre { overflow: auto; max-height: 30rem; font-size: 12px }
svg [aria-hidden="true"] { pointer-events: none }
text.linked { text-decoration: underline }
path.linked { stroke: currentColor; stroke-width: 1.5px }
#says { position: fixed; background: #1a1a1a; color: white; padding: 2px 8px; border: 1px solid #767c84; border-radius: 3px; pointer-events: none; max-width: 24rem; font-size: 13px }
`;

/** What a mark says stands in its label for screen readers; other marks of the same study, or treatment, are marked with it. */
const script = `
const box = document.getElementById("says");
const svg = document.querySelector("svg");
const labelOf = (mark) => mark.getAttribute("aria-label");
const nameOf = (mark) => labelOf(mark).split(":")[0];
const marks = [...svg.querySelectorAll("[aria-label][role='graphics-symbol']")];
const link = (name) => marks.forEach((mark) => mark.classList.toggle("linked", name !== null && nameOf(mark) === name));
svg.addEventListener("pointermove", ({ target, clientX, clientY }) => {
  const mark = target.closest("[aria-label][role='graphics-symbol']");
  link(mark === null ? null : nameOf(mark));
  box.hidden = mark === null || mark.tagName === "text";
  if (box.hidden) return;
  box.textContent = labelOf(mark);
  box.style.left = Math.min(clientX + 12, innerWidth - box.offsetWidth - 8) + "px";
  box.style.top = clientY + 14 + "px";
});
svg.addEventListener("pointerleave", () => { box.hidden = true; link(null); });
`;
