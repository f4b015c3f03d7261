import Table from "cli-table3";
import type { TextTable } from "./formatTable.js";

/** The table as plain text with aligned columns. */
export function tableText({ caption, columns, rows }: TextTable): string {
  const table = new Table({
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ align }) => align),
    chars: NO_LINES,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  for (let row = 0; row < rows; row++) table.push(columns.map(({ cells }) => cells[row]!));
  const lines = columns.length === 0 ? [] : table.toString().split("\n");
  return [...(caption === "" ? [] : [caption]), ...lines.map((text) => text.trimEnd())].join("\n");
}

const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};
