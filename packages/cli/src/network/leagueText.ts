import { boundsText, effectText, type Network, type TreatmentEffect } from "@acumeta/core";
import { textTable } from "../output/table.js";
import { WIDTH } from "../output/wrap.js";

const GAP = 2;

/** Every treatment (row) against every other one (column), as many columns beside each other as a terminal holds. */
export function leagueText(
  { measure, treatments }: Network,
  league: readonly TreatmentEffect[],
  digits: number,
): string {
  const names = treatments.map(({ name }) => name);
  const text = (estimate: number, bounds: { readonly lower: number; readonly upper: number }) =>
    `${effectText(measure, estimate, digits)} ${boundsText(measure, bounds, digits)}`;
  const cells = new Map(names.map((name) => [name, new Map<string, string>()]));
  for (const { treatment, against, estimate, ci } of league) {
    cells.get(treatment)!.set(against, text(estimate, ci));
    cells.get(against)!.set(treatment, text(-estimate, { lower: -ci.upper, upper: -ci.lower }));
  }
  const cell = (row: string, column: string) => cells.get(row)!.get(column) ?? "";
  const widthOf = (column: string) => GAP + Math.max(column.length, ...names.map((row) => cell(row, column).length));
  const room = WIDTH - Math.max("against".length, ...names.map((name) => name.length));
  return beside(names, widthOf, room)
    .map((columns) =>
      textTable(names, [
        { head: "against", cell: (name) => name },
        ...columns.map((column) => ({
          head: column,
          cell: (row: string) => cell(row, column),
          align: "right" as const,
        })),
      ]),
    )
    .join("\n\n");
}

/** Columns in groups that are no wider than there is room for, of one at least. */
function beside(
  columns: readonly string[],
  widthOf: (column: string) => number,
  room: number,
): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let left = 0;
  for (const column of columns) {
    const width = widthOf(column);
    if (groups.length === 0 || width > left) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)!.push(column);
    left -= width;
  }
  return groups;
}
