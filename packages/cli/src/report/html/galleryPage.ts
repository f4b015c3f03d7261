import { describe } from "@acumeta/figures";
import type { GalleryFigure } from "../gallery/galleryFigures.js";
import { document } from "./document.js";
import { figure } from "./figure.js";
import { html } from "./html.js";

/** Every figure the library draws, of these trials; `svgs` by the name of their figure. */
export function galleryPage(gallery: readonly GalleryFigure[], svgs: ReadonlyMap<string, string>): string {
  const drawn = gallery.filter(({ chart }) => chart !== null);
  const others = gallery.filter(({ chart }) => chart === null);
  const body = html`
<p>Every figure that @acumeta/figures draws, of the question that most of these trials answer. Each is a Vega-Lite specification that can be edited.</p>
${drawn.map(
  ({ id, label, of, chart }) => html`<h2 id="${id}">${id} <span class="quiet">${label}</span></h2>
${figure(`gallery/${id}`, svgs)}
<p>${describe(chart!)}</p>
<p class="quiet">Of the results of ${of.join(", ")}.</p>
`,
)}
${others.length === 0 ? html`` : html`<h2>Not drawn</h2><ul>${others.map(({ id, label, because }) => html`<li><strong>${id}</strong>, ${label}: ${because ?? ""}</li>`)}</ul>`}`;
  return document("gallery.html", { title: "Every figure, of these trials", body });
}
