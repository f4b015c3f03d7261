import { counted } from "@acumeta/core";
import { NARROW } from "../../output/numbers.js";
import { NO_POINTS } from "../../output/pointWords.js";
import { findMethods } from "../methods.js";
import type { Results } from "../results.js";
import { document } from "./document.js";
import { html } from "./html.js";
import { pointsSection } from "./pointsSection.js";
import { questionSection } from "./questionSection.js";
import { summaryTable } from "./summaryTable.js";

/** The whole report as one HTML file that opens offline; `svgs` by the name of their figure. */
export function page(results: Results, svgs: ReadonlyMap<string, string>): string {
  const { questions, points, published, warnings, trials, acumeta } = results;
  const body = html`
<p>Pooled from the printed results of ${counted(trials, "randomised trial")} by acumeta ${acumeta}. Every number below is in <a href="results.json">results.json</a>, every table in <a href="tables/">tables/</a>, every figure in <a href="figures/">figures/</a>; what is claimed is held against them in <a href="claims.html">claims</a>.</p>
<p class="quiet">This describes trials whose printed results could be read, not all trials that were done. It is no medical advice.</p>
<h2>All questions</h2>
<p>Positive differences, and ratios above 1, favour the first-named treatment. <em>Prediction</em> is where the true effect of a new trial like these is expected.</p>
${summaryTable(questions)}
<p class="quiet">${NARROW}</p>
<h2>Question by question</h2>
${questions.map((result) => questionSection(result, { svgs, published }))}
<h2>Points</h2>
${points === null ? html`<p>${NO_POINTS}</p>` : pointsSection(points, svgs)}
<h2>Methods</h2>
${findMethods(results).map(({ what, label, citation }) => html`<p>${what}: ${label}. <span class="quiet">${citation}</span></p>`)}
<h2>The data</h2>
${warnings.length === 0 ? html`<p>The tables have no problem.</p>` : html`<p>The checks of the tables found (${warnings.length}):</p><ul>${warnings.map(({ file, line, found, mend }) => html`<li>${file}${line === null ? "" : `:${line}`}: ${found}. ${mend}</li>`)}</ul>`}
`;
  return document("index.html", { title: "Acupuncture and pain: what the trials say", body });
}
