import { csv } from "./csv.js";
import { html } from "./html.js";
import { latex } from "./latex.js";
import { markdown } from "./markdown.js";
import type { ReportTable } from "./table.js";

/** A form that tables are exported in. */
export interface TableFormat {
  readonly label: string;
  readonly write: (table: ReportTable) => string;
}

/** The forms that tables are exported in. */
export const tableFormats = {
  csv: { label: "comma-separated values, without title and notes", write: csv },
  markdown: { label: "a table of GitHub's Markdown", write: markdown },
  html: { label: "an HTML table", write: html },
  latex: { label: "a LaTeX table, for the package booktabs", write: latex },
} as const satisfies Readonly<Record<string, TableFormat>>;

export type TableFormatId = keyof typeof tableFormats;
