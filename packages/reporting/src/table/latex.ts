import { latexText } from "./latexText.js";
import type { Cell, ReportTable } from "./table.js";

export function latex({ title, columns, rows, notes = [] }: ReportTable): string {
  const lines = [
    "\\begin{table}",
    ...(title === undefined ? [] : [`\\caption{${latexText(title)}}`]),
    `\\begin{tabular}{${columns.map(({ align = "left" }) => (align === "left" ? "l" : "r")).join("")}}`,
    "\\toprule",
    lineOf(columns.map(({ head }) => head)),
    "\\midrule",
    ...rows.map(lineOf),
    "\\bottomrule",
    "\\end{tabular}",
    ...notes.map((note) => `\\par\\footnotesize ${latexText(note)}`),
    "\\end{table}",
  ];
  return `${lines.join("\n")}\n`;
}

function lineOf(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => (cell === null ? "" : latexText(String(cell)).replace(/\s*\n\s*/g, " ")));
  // A first cell that starts with a bracket would be taken for an option of the line before it.
  return `${texts.map((text, i) => (i === 0 && text.startsWith("[") ? `{}${text}` : text)).join(" & ")} \\\\`;
}
