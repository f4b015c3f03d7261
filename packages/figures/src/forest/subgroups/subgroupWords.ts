import { percent, pText, type Subgroups } from "@acumeta/core";
import { forestNotes, heterogeneityNote, sentence } from "../forestNotes.js";
import { type ForestScale, withInterval } from "../forestScale.js";

/** The small print: heterogeneity of each group, whether groups differ, and how all was pooled. */
export function subgroupNotes({ groups, overall, between, warnings, commonTau2 }: Subgroups, cutOff: boolean) {
  return [
    ...groups.filter(({ fit }) => fit.k > 1).map(({ label, fit }) => `${label}. ${heterogeneityNote(fit)}`),
    `Do the groups differ? ${differText(between.random)}`,
    ...(commonTau2 === null ? [] : ["One τ² is estimated for all groups, within them."]),
    ...forestNotes(overall, cutOff).map((note, i) => (i === 0 ? `All studies. ${note}` : note)),
    ...warnings.map(({ message }) => `Note: ${sentence(message)}`),
  ];
}

function differText(test: Subgroups["between"]["random"]): string {
  if (test === null) return "That cannot be tested: a standard error is 0.";
  return `Q = ${test.Q.toFixed(2)}, df = ${test.df}, ${pText(test.p)}.`;
}

/** What the figure says, in words: its alternative text. */
export function describeSubgroups({ groups, overall, between, k }: Subgroups, scale: ForestScale, title: string) {
  const each = groups.map(
    ({ label, fit }) => `${label} (${fit.k}) ${withInterval({ ...fit.ci, estimate: fit.estimate }, scale)}`,
  );
  const all = withInterval({ ...overall.ci, estimate: overall.estimate }, scale);
  const differ = between.random === null ? "" : `; groups differ with ${pText(between.random.p)}`;
  return `Forest plot by group${title === "" ? "" : `, ${title}`}: ${k} studies, ${scale.short} with ${percent(overall.ci.level)} confidence intervals: ${each.join("; ")}; all ${all}${differ}.`;
}
