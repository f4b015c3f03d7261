import { type CheckedClaim, type Verdict, verdicts } from "@acumeta/claims";
import { document } from "./document.js";
import { figure } from "./figure.js";
import { html } from "./html.js";
import { htmlTable } from "./htmlTable.js";

/** What is claimed, and what the data say of it: a figure for each claim; `svgs` by the name of their figure. */
export function claimsPage(claims: readonly CheckedClaim[], svgs: ReadonlyMap<string, string>): string {
  const counts = (Object.keys(verdicts) as Verdict[]).map((verdict) => ({
    verdict,
    count: claims.filter((claim) => claim.verdict === verdict).length,
  }));
  const body = html`
<p>Each claim names the analysis that tests it, and each verdict is computed from these tables by that analysis; none is typed in. What these tables cannot test is said to be so, with what it would take.</p>
${htmlTable(counts, [
  { head: "Verdict", cell: ({ verdict }) => verdict },
  { head: "Claims", cell: ({ count }) => count, numeric: true },
  { head: "It means", cell: ({ verdict }) => verdicts[verdict] },
])}
${claims.map(
  ({ id, kind, analysis, verdict, needs }) => html`<h2 id="${id}">${id} <span class="quiet">${kind}</span></h2>
${figure(`claims/${id}`, svgs)}
<p class="quiet">Analysis: ${analysis}.${verdict === "not testable" ? html` To test it would take ${needs}.` : html``}</p>
`,
)}`;
  return document("claims.html", { title: "What is claimed about acupuncture for back pain", body });
}
