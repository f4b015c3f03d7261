/** One thing wrong, or doubtful, in a table. `code` is stable between versions. */
export interface Problem {
  readonly code: string;
  /** Errors refuse the data; warnings travel with it. */
  readonly severity: "error" | "warning";
  readonly file: string;
  /** 1-based line on which the row begins; null for a problem of the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}
