import {
  boundsText,
  effectHead,
  effectText,
  type Influence,
  type LeftOut,
  type PooledEffect,
  type StudyInfluence,
} from "@acumeta/core";
import { decimals } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";

interface Fits {
  readonly pooled: PooledEffect;
  readonly leaveOneOut: readonly LeftOut[];
}

/** A line for each trial: how it fits the others, and the fit without it. */
export function trialsText({ measure, studies }: Influence, { pooled, leaveOneOut }: Fits): string {
  const rows = studies.map((study, i) => ({ ...study, without: leaveOneOut[i]! }));
  const table = textTable(rows, [
    { head: "trial", cell: ({ study }) => study, widest: 33 },
    { head: "rstudent", cell: ({ rstudent }) => decimals(rstudent), align: "right" },
    { head: "DFFITS", cell: ({ dffits }) => decimals(dffits), align: "right" },
    { head: "Cook's D", cell: ({ cooksD }) => decimals(cooksD), align: "right" },
    { head: "hat", cell: ({ hat }) => decimals(hat), align: "right" },
    { head: "tau²", cell: ({ without }) => decimals(without.tau2, 4), align: "right" },
    {
      head: effectHead(measure, pooled.choices.level),
      cell: ({ without: { estimate, ci } }) => `${effectText(measure, estimate)} ${boundsText(measure, ci)}`,
      align: "right",
    },
    { head: "mark", cell: markOf },
  ]);
  const method = leaveOneOut[0]?.ci.method;
  const changed =
    method === pooled.ci.method ? "" : ` Those intervals are by "${method}", as too few trials are left for another.`;
  return `${table}\n\n${wrap(`tau² and effect are those without the trial.${changed}`)}`;
}

function markOf({ outlier, influential }: StudyInfluence): string {
  if (outlier && influential) return "both";
  return outlier ? "outlier" : influential ? "influence" : "";
}
