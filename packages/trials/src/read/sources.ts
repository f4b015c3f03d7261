import type { Source } from "../csv/source.js";
import type { TableName } from "../schema/tables.js";

/** The tables as CSV, and the named questions as JSON; `trials` and `arms` are needed. */
export type TrialSources = Readonly<Partial<Record<TableName | "questions", Source>>>;

export interface ReadProgress {
  readonly file: string;
  /** Bytes (characters, of a string) read of this file. */
  readonly bytes: number;
  /** Rows read of this file. */
  readonly rows: number;
}

export interface ReadOptions {
  /** Called after every piece of a file. */
  readonly onProgress?: (progress: ReadProgress) => void;
}
