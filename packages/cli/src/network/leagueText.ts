import type { Network, TreatmentEffect } from "@acumeta/core";
import { boundsText, effectText } from "../output/numbers.js";
import { textTable } from "../output/table.js";

/** Every treatment (row) against every other one (column). */
export function leagueText({ measure, treatments }: Network, league: readonly TreatmentEffect[]): string {
  const names = treatments.map(({ name }) => name);
  const cell = (row: string, column: string): string => {
    const found = league.find(({ treatment, against }) => treatment === row && against === column);
    if (found !== undefined) return `${effectText(measure, found.estimate)} ${boundsText(measure, found.ci)}`;
    const turned = league.find(({ treatment, against }) => treatment === column && against === row)!;
    const { lower, upper } = turned.ci;
    return `${effectText(measure, -turned.estimate)} ${boundsText(measure, { lower: -upper, upper: -lower })}`;
  };
  return textTable(names, [
    { head: "against", cell: (name) => name },
    ...names.map((column) => ({
      head: column,
      cell: (row: string) => (row === column ? "" : cell(row, column)),
      align: "right" as const,
    })),
  ]);
}
