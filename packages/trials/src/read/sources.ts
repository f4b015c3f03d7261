import type { Source } from "../csv/source.js";
import type { TableName } from "../schema/tables.js";

/** The tables as CSV, and the named questions as JSON; `trials` and `arms` are needed. */
export type TrialSources = Readonly<Partial<Record<TableName | "questions", Source>>>;
