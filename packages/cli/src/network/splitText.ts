import { boundsText, type ConsistencyReport, effectText, measures, type Network, type NodeSplits } from "@acumeta/core";
import { decimals, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";
import { noted } from "./noted.js";

type Estimate = NodeSplits["comparisons"][number]["direct"];

/** Direct against indirect evidence, where any trial compares the two, and what follows for the whole. */
export function splitText(
  { measure }: Network,
  { comparisons, warnings }: NodeSplits,
  { sentence, tested }: ConsistencyReport,
  digits: number,
): string {
  const text = (estimate: Estimate) =>
    estimate === null
      ? null
      : `${effectText(measure, estimate.estimate, digits)} ${boundsText(measure, estimate.ci, digits)}`;
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
  const scale = tested > 0 && measures[measure].ratio ? " Differences are those of logarithms." : "";
  return [
    [table, ...warnings.map(({ message }) => noted("Warning", message))].join("\n"),
    wrap(`${sentence}${scale}`),
  ].join("\n\n");
}
