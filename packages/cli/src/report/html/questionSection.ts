import { counted, inWords } from "@acumeta/core";
import { type NotUsed, type PublishedPooled, sideNames, towardsTreatment } from "@acumeta/trials";
import { decimals } from "../../output/numbers.js";
import { figureName } from "../reportFigures.js";
import type { QuestionResult } from "../results.js";
import { figure } from "./figure.js";
import { type Html, html } from "./html.js";
import { htmlTable } from "./htmlTable.js";

/** One question: the answer in words, its forest plot, what reviews found, and which trials were left out and why. */
export function questionSection(
  result: QuestionResult,
  { svgs, published }: { svgs: ReadonlyMap<string, string>; published: readonly PublishedPooled[] },
): Html {
  const { question, pooled, effects, notUsed } = result;
  const name = figureName(result);
  const asked = published.filter(({ questions, effect }) => questions.includes(question.id) && effect !== null);
  return html`<h3 id="${name}">${question.label}</h3>
<p>${pooled === null ? "No trial answers this question." : inWords(pooled, sideNames(question))}</p>
${(pooled?.warnings ?? []).map(({ message }) => html`<p class="warning">${message}</p>`)}
${figure(name, svgs, html`; the studies as <a href="tables/${name}.csv">CSV</a>`)}
${asked.length === 0 ? html`` : html`<p>What reviews printed for nearly the same question, positive in favour of the first-named treatment:</p>${publishedTable(asked)}`}
<details><summary>${counted(effects.length, "effect")} used: where ${effects.length === 1 ? "it" : "each"} comes from</summary>${effectsTable(result)}</details>
<details><summary>${counted(notUsed.length, "trial")} not used: why not</summary>${notUsedTable(notUsed)}</details>
`;
}

function publishedTable(rows: readonly PublishedPooled[]): Html {
  return htmlTable(rows, [
    { head: "Review", cell: ({ review }) => review },
    { head: "Comparison", cell: ({ comparison, condition }) => `${comparison}; ${condition}` },
    { head: "k", cell: ({ k }) => k, numeric: true },
    { head: "Effect [95 % CI]", cell: turned, numeric: true },
    { head: "Measure", cell: ({ measure }) => measure },
  ]);
}

function turned(row: PublishedPooled): string | null {
  const found = towardsTreatment(row);
  return found && `${decimals(found.effect)} [${decimals(found.lower)}, ${decimals(found.upper)}]`;
}

function effectsTable({ effects }: QuestionResult): Html {
  return htmlTable(effects, [
    { head: "Trial", cell: ({ study }) => study },
    {
      head: "From",
      cell: ({ provenance: { source, scale, week } }) => `${source}, ${scale}${week === null ? "" : `, week ${week}`}`,
    },
    { head: "Trust", cell: ({ provenance }) => provenance.trust },
    { head: "Rules", cell: ({ provenance }) => provenance.rules.join("; ") },
    { head: "Assumed", cell: ({ provenance }) => provenance.assumptions.join("; ") || null },
    { head: "Rows", cell: ({ provenance }) => provenance.rows.map(({ file, line }) => `${file}:${line}`).join(", ") },
  ]);
}

/** Trials of other conditions are only counted: they were never asked. */
function notUsedTable(notUsed: readonly NotUsed[]): Html {
  const asked = notUsed.filter(({ code }) => code !== "OTHER_CONDITION");
  const others = notUsed.length - asked.length;
  return html`${htmlTable(asked, [
    { head: "Trial", cell: ({ trialId }) => trialId },
    { head: "Code", cell: ({ code }) => html`<code>${code}</code>` },
    { head: "Reason", cell: ({ reason }) => reason },
  ])}${others === 0 ? html`` : html`<p class="quiet">And ${counted(others, "trial")} of other conditions.</p>`}`;
}
