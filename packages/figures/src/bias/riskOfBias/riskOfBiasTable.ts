import { counted, metaError } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { labelLayers } from "../../layout/label.js";
import { layoutTable } from "../../layout/layoutTable.js";
import { horizontalLines } from "../../layout/lines.js";
import { smallPrint } from "../../layout/smallPrint.js";
import { messages } from "../../messages.js";
import { domainsOf } from "./checkJudgements.js";
import { DOMAIN_STEP, domainHeads, judgementKeys, judgementMarks } from "./judgementMarks.js";
import { type Judgement, judgements, type StudyJudgements } from "./judgements.js";

const NARROWEST = 420;

/**
 * A table of what reviewers judged of each study's risk of bias: a row a study, a column a domain. Judgements are told by signs, not
 * by colour alone; a blank was not judged. They are yours: nothing is judged here.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `UNKNOWN_CHOICE` for another judgement than low, some, high and unclear.
 * Domains and judgements as in RoB 2: Sterne et al. 2019, BMJ 366:l4898.
 *
 * @example
 * import { riskOfBiasTable } from "@acumeta/figures";
 * const chart = riskOfBiasTable([
 *   { study: "First 2001", domains: { randomisation: "low", blinding: "high" } },
 *   { study: "Second 2005", domains: { randomisation: "low", blinding: "some" } },
 * ]);
 * chart.description;
 * // => "Risk of bias of 2 studies: randomisation: 2 low risk; blinding: 1 some concerns, 1 high risk."
 */
export function riskOfBiasTable(
  studies: readonly StudyJudgements[],
  options: { readonly title?: string } = {},
): ChartSpec {
  const domains = domainsOf(studies, "studies");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "" } = options;
  if (domains.length === 0) throw metaError(messages.nothingToDraw("judgements"));
  const names = { head: "Study", align: "left", side: "left", cells: studies.map(({ study }) => study) } as const;
  const strip = domains.length * DOMAIN_STEP;
  const table = layoutTable(
    [names],
    studies.map(() => ({})),
    { plotWidth: strip, rowHeight: DOMAIN_STEP },
  );
  const left = table.plot.left + DOMAIN_STEP / 2;
  const rows = studies.map((judged, i) => ({ judged, y: table.rows[i]! }));
  const marks = judgementMarks(rows, { domains, left });
  const heads = domainHeads(domains, { left, y: 10 });
  const width = Math.max(NARROWEST, table.width);
  const small = smallPrint({ keys: judgementKeys(studies), notes: [heads.note] }, { top: table.bottom + 12, width });
  return chartOf({
    title,
    description: describeJudgements(studies, domains, title),
    width,
    height: Math.ceil(small.bottom),
    layers: [
      horizontalLines([table.headBottom], table.plot.right),
      ...marks.layers,
      ...small.layers,
      ...labelLayers([...table.labels, ...heads.labels, ...marks.labels, ...small.labels]),
    ],
  });
}

function describeJudgements(studies: readonly StudyJudgements[], domains: readonly string[], title: string): string {
  const each = domains.map((domain) => {
    const counts = (Object.keys(judgements) as Judgement[]).flatMap((judgement) => {
      const count = studies.filter((study) => study.domains[domain] === judgement).length;
      return count === 0 ? [] : [`${count} ${judgements[judgement].label}`];
    });
    return `${domain}: ${counts.join(", ")}`;
  });
  return `Risk of bias of ${counted(studies.length, "study")}${title === "" ? "" : `, ${title}`}: ${each.join("; ")}.`;
}
