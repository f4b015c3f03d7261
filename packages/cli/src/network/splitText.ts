import type { Network, NodeSplits } from "@acumeta/core";
import { boundsText, decimals, effectText, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";

type Estimate = NodeSplits["comparisons"][number]["direct"];

/** Direct against indirect evidence, where any trial compares the two. */
export function splitText({ measure }: Network, { comparisons, warnings }: NodeSplits): string {
  const text = (estimate: Estimate) =>
    estimate === null ? null : `${effectText(measure, estimate.estimate)} ${boundsText(measure, estimate.ci)}`;
  const table = textTable(
    comparisons.filter(({ direct }) => direct !== null),
    [
      { head: "comparison", cell: ({ treatment, against }) => `${treatment} - ${against}` },
      { head: "trials", cell: ({ studies }) => studies.length, align: "right" },
      { head: "direct share", cell: ({ share }) => `${decimals(100 * share, 0)} %`, align: "right" },
      { head: "direct", cell: ({ direct }) => text(direct), align: "right" },
      { head: "indirect", cell: ({ indirect }) => text(indirect), align: "right" },
      {
        head: "p of the difference",
        cell: ({ difference }) => (difference === null ? null : pValue(difference.ci.p)),
        align: "right",
      },
    ],
  );
  return [table, ...warnings.map(({ message }) => `Warning     ${message}`)].join("\n");
}
